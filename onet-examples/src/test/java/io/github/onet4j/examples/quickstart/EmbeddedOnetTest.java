package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class EmbeddedOnetTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void theDownloadIsActiveUnlessAnotherReleaseIsNamed() throws IOException {
        Project.zipSample(home.resolve("downloads/db_31_0_text.zip"), "");
        Path named = home.resolve("named.zip");
        Project.zipSample(named, "named/");

        assertThat(activeRelease(null)).isEqualTo("db_31_0_text.zip");
        assertThat(activeRelease(OnetRelease.open(named))).isEqualTo("named.zip");
        assertThat(activeRelease(null)).isEqualTo("db_31_0_text.zip");
    }

    private String activeRelease(@Nullable OnetRelease release) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Screen screen = new Screen(nowhere, nowhere, new Style(true, Ansi.OFF), false);
        try (EmbeddedOnet embedded = EmbeddedOnet.open(Project.FOLDER, home, release, screen)) {
            return embedded.onet().releases().stream()
                    .filter(StoredRelease::active)
                    .findFirst()
                    .orElseThrow()
                    .sourceName();
        }
    }
}
