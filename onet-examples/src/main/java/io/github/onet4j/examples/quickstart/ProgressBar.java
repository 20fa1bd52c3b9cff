package io.github.onet4j.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;

/** A progress bar on one line, which disappears when the work is done. */
final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;

    private final PrintStream notes;
    private final Style style;
    private final String label;
    private final boolean visible;
    private int shownPercent = -1;
    private int shownLength;

    ProgressBar(PrintStream notes, Style style, String label, boolean visible) {
        this.notes = notes;
        this.style = style;
        this.label = label;
        this.visible = visible;
    }

    /** Shows how much of the total is done; nothing if the total is 0, which means unknown. */
    void update(long done, long total) {
        int percent = total <= 0 ? 0 : (int) (100 * Math.min(done, total) / total);
        if (!visible || percent == shownPercent) {
            return;
        }
        shownPercent = percent;
        String line = String.format(Locale.ROOT, "%s  %s %3d %%", label, style.bar(percent, 100, CELLS), percent);
        shownLength = line.length();
        notes.print("\r" + line);
        notes.flush();
    }

    @Override
    public void close() {
        if (shownLength > 0) {
            notes.print("\r" + " ".repeat(shownLength) + "\r");
            notes.flush();
        }
    }
}
