package io.github.onet4j.examples.quickstart;

import java.util.List;
import java.util.Locale;

/** Fits text into the columns of a table. */
final class Columns {
    private Columns() {}

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Returns a text of a maximum length. */
    static String cut(Style style, String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + style.shown("…");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Returns a paragraph for those who want to know more. */
    static List<String> faint(Style style, String text) {
        return Paragraph.lines("", "", text).stream().map(style::faint).toList();
    }
}
