package io.github.onet4j.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The quickstart's output. The gap goes to standard output and messages go to standard error, so that the gap can be
 * redirected to a file.
 */
final class Screen {
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
        Style style = new Style(StandardCharsets.UTF_8.equals(charset), terminals.contains("output") && !plain);
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

    /** Returns a progress bar, which is invisible where a line can't be redrawn. */
    ProgressBar progressBar(String label) {
        return new ProgressBar(notes, style, label, redrawsLines);
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
