package io.github.onet4j.examples.quickstart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests run inside the project");
        }
        return folder;
    }
}
