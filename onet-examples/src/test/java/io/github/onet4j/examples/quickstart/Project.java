package io.github.onet4j.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The project under test, wherever its tests are started. */
public final class Project {
    public static final Path FOLDER = folder();
    public static final Path SAMPLE = FOLDER.resolve("onet-examples/sample/db_29_3_sample");

    private Project() {}

    /** Zips the sample; each entry's name gets a prefix. */
    static void zipSample(Path zip, String prefix) throws IOException {
        Files.createDirectories(zip.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file);
                Stream<Path> sample = Files.list(SAMPLE)) {
            for (Path part : sample.sorted().toList()) {
                entries.putNextEntry(new ZipEntry(prefix + part.getFileName()));
                Files.copy(part, entries);
                entries.closeEntry();
            }
        }
    }

    /** Returns a zip of the sample in which Software Developers are rated as Computer Programmers are. */
    static byte[] zippedSampleThatRatesDevelopers() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip);
                Stream<Path> sample = Files.list(SAMPLE)) {
            for (Path part : sample.sorted().toList()) {
                String text = Files.readString(part);
                entries.putNextEntry(new ZipEntry(part.getFileName().toString()));
                entries.write(text.getBytes(StandardCharsets.UTF_8));
                if (part.getFileName().toString().matches("(Essential|Transferable) Skills.txt")) {
                    entries.write(ofDevelopers(text).getBytes(StandardCharsets.UTF_8));
                }
                entries.closeEntry();
            }
        }
        return zip.toByteArray();
    }

    private static String ofDevelopers(String ratings) {
        return ratings.lines()
                .filter(line -> line.startsWith("15-1251.00\t"))
                .map(line -> line.replace("15-1251.00", "15-1252.00") + "\n")
                .collect(Collectors.joining());
    }

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests run inside the project");
        }
        return folder;
    }
}
