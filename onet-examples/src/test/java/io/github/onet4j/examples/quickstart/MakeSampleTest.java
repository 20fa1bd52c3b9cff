package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeSampleTest {
    private static final String ARCHIVE = "db_29_3_text.zip";

    @Test
    void theSampleIsWhatTheProgramMakesOfTheOfficialArchive(@TempDir Path made) throws Exception {
        Path releases = Path.of(System.getenv()
                .getOrDefault(
                        "ONET_RELEASES",
                        Project.FOLDER.resolve("../shared/onet").toString()));
        Path archive = releases.resolve(ARCHIVE);
        assumeTrue(
                Files.exists(archive),
                "the environment variable ONET_RELEASES names no folder that has " + ARCHIVE + " in it");

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "onet-examples/sample/MakeSample.java",
                        archive.toAbsolutePath().toString(),
                        made.toString())
                .directory(Project.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(told).isZero();
        assertThat(contents(made)).isEqualTo(contents(Project.SAMPLE));
    }

    /** Returns the files with their contents, one character per byte. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
