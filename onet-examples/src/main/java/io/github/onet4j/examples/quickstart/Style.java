package io.github.onet4j.examples.quickstart;

import picocli.CommandLine.Help.Ansi;

/**
 * The style of text in a terminal.
 *
 * @param unicode true if the terminal shows bars and arrows; otherwise each becomes one ASCII character, so that
 *     columns stay aligned
 * @param ansi whether the terminal shows colors
 */
record Style(boolean unicode, Ansi ansi) {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final char FULL = '█';
    private static final char EMPTY = '·';

    /** Returns a bar of cells that is filled in proportion of value to maximum. */
    String bar(double value, double maximum, int cells) {
        double filled = Math.max(0, Math.min(1, value / maximum)) * cells;
        int full = (int) filled;
        int eighths = (int) Math.round((filled - full) * 8);
        StringBuilder bar = new StringBuilder(cells).append(String.valueOf(FULL).repeat(full));
        if (full < cells && eighths > 0) {
            bar.append(EIGHTHS.charAt(eighths));
        }
        return shown(
                bar.append(String.valueOf(EMPTY).repeat(cells - bar.length())).toString());
    }

    /** Returns the text in characters that the terminal can show. */
    String shown(String text) {
        return unicode ? text : ascii(text);
    }

    String bold(String text) {
        return styled(Ansi.Style.bold, text);
    }

    String faint(String text) {
        return styled(Ansi.Style.faint, text);
    }

    String green(String text) {
        return styled(Ansi.Style.fg_green, text);
    }

    String yellow(String text) {
        return styled(Ansi.Style.fg_yellow, text);
    }

    String cyan(String text) {
        return styled(Ansi.Style.fg_cyan, text);
    }

    private String styled(Ansi.IStyle look, String text) {
        return ansi.enabled() ? look.on() + text + Ansi.Style.reset.off() : text;
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            ascii.append(ascii(text.charAt(i)));
        }
        return ascii.toString();
    }

    private static String ascii(char c) {
        if (c < 128) {
            return String.valueOf(c);
        }
        return switch (c) {
            case '®' -> "(R)";
            case '→' -> ">";
            case '·', '▏', '▎', '▍' -> ".";
            case '█', '▉', '▊', '▋', '▌' -> "#";
            case '…' -> "~";
            default -> "?";
        };
    }
}
