package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisFromZipTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void printsTheGapThatStandsInAZip() throws IOException {
        Path zip = zipped(OnEachEngine.SAMPLE);

        ProgramRun run = ProgramRun.of(AnalysisFromZip.class, folder, "", zip.toString());

        assertThat(run.errors()).isEmpty();
        assertThat(run.output())
                .startsWith("O*NET 29.3: 28 occupations")
                .contains("Computer Programmers to Computer Systems Analysts", "  Troubleshooting: from below 2 ")
                .contains(OnEachEngine.ATTRIBUTION);
        assertThat(run.code()).isZero();
    }

    private Path zipped(Path release) throws IOException {
        Path zip = folder.resolve("db_29_3_sample.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files(release)) {
                out.putNextEntry(new ZipEntry(release.getFileName() + "/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        return zip;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
