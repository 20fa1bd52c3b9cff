package io.github.onet4j.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/**
 * The quickstart's output. The gap goes to standard output and messages go to standard error, so that the gap can be
 * redirected to a file.
 */
final class Screen {
    private static final int MILLISECONDS_BETWEEN_DRAWINGS = 100;

    private final PrintStream output;
    private final PrintStream notes;
    private final Style style;
    private final boolean redrawsLines;

    Screen(PrintStream output, PrintStream notes, Style style, boolean redrawsLines) {
        this.output = output;
        this.notes = notes;
        this.style = style;
        this.redrawsLines = redrawsLines;
    }

    /** Returns the screen of this process. The script that starts it says which streams are terminals. */
    static Screen ofProcess() {
        String terminals = System.getProperty("onet4j.terminal", "");
        boolean plain = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
        Charset charset = charset();
        Ansi ansi = terminals.contains("output") && !plain ? Ansi.ON : Ansi.OFF;
        Style style = new Style(StandardCharsets.UTF_8.equals(charset), ansi);
        return new Screen(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                style,
                terminals.contains("notes"));
    }

    Style style() {
        return style;
    }

    /** Prints a part of the result. */
    void print(List<String> lines) {
        lines.forEach(output::println);
    }

    /** Prints a message about progress or a failure. */
    void note(String text) {
        text.lines().map(style::shown).forEach(notes::println);
    }

    /**
     * Returns a bar of bytes that fits the terminal's width and disappears when it is closed. It is invisible where a
     * line can't be redrawn.
     */
    ProgressBar progressBar(String label) {
        return ProgressBar.builder()
                .setTaskName(label)
                .setUnit(" MB", 1_000_000)
                .setStyle(style.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_DRAWINGS)
                .setConsumer(redrawsLines ? oneLine() : new DelegatingProgressBarConsumer(line -> {}))
                .clearDisplayOnFinish()
                .build();
    }

    private ProgressBarConsumer oneLine() {
        return new ConsoleProgressBarConsumer(notes) {
            /** The library's starts another line, although this one is empty by now. */
            @Override
            public void close() {
                notes.flush();
            }
        };
    }

    private static Charset charset() {
        for (String property : List.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.US_ASCII;
    }
}
