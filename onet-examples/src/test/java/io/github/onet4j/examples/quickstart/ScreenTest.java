package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ScreenTest {
    @Test
    void aProgressBarIsRedrawnOnItsLineAndDisappears() {
        String drawn = drawn(new Style(true, Ansi.OFF), true);

        assertThat(drawn).contains("\rLoading O*NET 29.3  50% |██").doesNotContain("\n");
        assertThat(drawn.substring(0, drawn.lastIndexOf('\r'))).endsWith(" ");
    }

    @Test
    void aTerminalWithoutUnicodeGetsItInAscii() {
        assertThat(drawn(new Style(false, Ansi.OFF), true))
                .contains("\rLoading O*NET 29.3  50% [==")
                .matches("[\\x20-\\x7e\\r]*");
    }

    @Test
    void nothingIsDrawnWhereALineCanNotBeRedrawn() {
        assertThat(drawn(new Style(true, Ansi.OFF), false)).isEmpty();
    }

    private static String drawn(Style style, boolean redrawsLines) {
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(notes, true, StandardCharsets.UTF_8);
        try (ProgressBar bar = new Screen(stream, stream, style, redrawsLines).progressBar("Loading O*NET 29.3")) {
            bar.maxHint(33_000_000).stepTo(16_500_000).refresh();
        }
        return notes.toString(StandardCharsets.UTF_8);
    }
}
