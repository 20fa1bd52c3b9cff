package io.github.onet4j.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A chart of levels from 0 to 7, a row for each element. Every figure in it stands in a table as well. Texts and lines
 * have the color of the text around them, so that they are readable in light and in dark. What the one other color
 * marks has a form of its own, too.
 *
 * @param title what the chart shows
 * @param from what the hollow mark of a row is
 * @param to what the full mark of a row is
 * @param rows the rows
 */
record LevelChart(String title, String from, String to, List<Row> rows) {
    private static final int HIGHEST_LEVEL = 7;
    private static final int WIDTH = 380;
    private static final int MARGIN = 8;
    private static final int TOP = 24;
    private static final int ROW_HEIGHT = 36;
    private static final int LEGEND_HEIGHT = 20;
    private static final int LEGEND_MARK = 14;
    private static final int LEGEND_TEXT = 34;
    private static final int LONGEST_TEXT = 50;
    private static final int RADIUS = 4;

    /** Stands out from white and from black. */
    private static final String COLOR = "#2a7fc0";

    /** Returns the chart as SVG. */
    String toSvg(int limit) {
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        List<Certainty> unsure = shown.stream()
                .map(Row::certainty)
                .filter(certainty -> certainty != Certainty.SURE)
                .distinct()
                .sorted()
                .toList();
        int bottom = TOP + shown.size() * ROW_HEIGHT;
        int height = bottom + (2 + unsure.size()) * LEGEND_HEIGHT + MARGIN;
        StringBuilder svg = new StringBuilder();
        add(svg, """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %1$d %2$d" fill="currentColor" \
                style="width:100%%;min-width:300px;max-width:%1$dpx;height:auto;font:13px system-ui,sans-serif">
                <title>%3$s</title>
                <desc>%4$s</desc>
                """, WIDTH, height, Html.escaped(title), Html.escaped(description(shown)));
        for (int level = 0; level <= HIGHEST_LEVEL; level++) {
            addText(svg, x(level), MARGIN + 5, "middle", String.valueOf(level));
        }
        for (int i = 0; i < shown.size(); i++) {
            addRow(svg, shown.get(i), TOP + i * ROW_HEIGHT);
        }
        addLegend(svg, unsure, bottom);
        return svg.append("</svg>\n").toString();
    }

    private static String description(List<Row> shown) {
        return shown.stream().map(row -> row.label() + ": " + row.words() + ".").collect(Collectors.joining(" "));
    }

    private static void addRow(StringBuilder svg, Row row, int top) {
        int middle = top + 25;
        addText(svg, x(0), top + 14, "start", cut(row.label()));
        for (int level = 0; level <= HIGHEST_LEVEL; level++) {
            add(svg, """
                    <path d="M%.1f %dv10" stroke="currentColor" stroke-opacity=".3"/>
                    """, x(level), middle - 5);
        }
        if (row.low() < row.high()) {
            add(svg, """
                    <path d="M%.1f %dH%.1f" stroke="currentColor" stroke-opacity=".3" stroke-width="7"/>
                    """, x(row.low()), middle, x(row.high()));
        }
        addLine(svg, x(row.from()), x(row.to()), middle, row.certainty());
        addHollow(svg, x(row.from()), middle);
        addFull(svg, x(row.to()), middle);
    }

    private void addLegend(StringBuilder svg, List<Certainty> unsure, int bottom) {
        int line = bottom + LEGEND_HEIGHT / 2;
        addHollow(svg, LEGEND_MARK, line);
        addText(svg, LEGEND_TEXT, line + 4, "start", cut(from));
        line += LEGEND_HEIGHT;
        addFull(svg, LEGEND_MARK, line);
        addText(svg, LEGEND_TEXT, line + 4, "start", cut(to));
        for (Certainty certainty : unsure) {
            line += LEGEND_HEIGHT;
            addLine(svg, 0, LEGEND_TEXT - 6, line, certainty);
            addText(svg, LEGEND_TEXT, line + 4, "start", certainty.label);
        }
    }

    /** Cuts what the chart has no room for; the table and the description have it in full. */
    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    /** Adds a line that begins at the rim of a hollow mark. */
    private static void addLine(StringBuilder svg, double from, double to, int y, Certainty certainty) {
        if (Math.abs(to - from) > RADIUS) {
            add(svg, """
                    <path d="M%.1f %dH%.1f" stroke="%s" stroke-width="2.5"%s/>
                    """, from + Math.copySign(RADIUS, to - from), y, to, COLOR, certainty.dashes);
        }
    }

    private static void addHollow(StringBuilder svg, double x, int y) {
        add(svg, """
                <circle cx="%.1f" cy="%d" r="%d" fill="none" stroke="currentColor" stroke-width="1.5"/>
                """, x, y, RADIUS);
    }

    private static void addFull(StringBuilder svg, double x, int y) {
        add(svg, """
                <circle cx="%.1f" cy="%d" r="5" fill="%s"/>
                """, x, y, COLOR);
    }

    private static void addText(StringBuilder svg, double x, int y, String anchor, String text) {
        add(svg, """
                <text x="%.1f" y="%d" text-anchor="%s">%s</text>
                """, x, y, anchor, Html.escaped(text));
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static double x(double level) {
        double inside = Math.max(0, Math.min(HIGHEST_LEVEL, level));
        return MARGIN + (WIDTH - 2 * MARGIN) * inside / HIGHEST_LEVEL;
    }

    /**
     * An element.
     *
     * @param label its name
     * @param from the level of the source
     * @param to the level of the target
     * @param low the lower end of the interval of the source's level, {@code from} if it has none
     * @param high its upper end
     * @param certainty how sure the difference is
     * @param words the levels and the certainty in words
     */
    record Row(String label, double from, double to, double low, double high, Certainty certainty, String words) {}

    /** How sure a difference is, as the line between two marks shows it. */
    enum Certainty {
        SURE("clear", ""),
        TENTATIVE("tentative", " stroke-dasharray=\"6 4\""),
        UNKNOWN(Figures.UNKNOWN, " stroke-dasharray=\"2 4\"");

        private final String label;
        private final String dashes;

        Certainty(String label, String dashes) {
            this.label = label;
            this.dashes = dashes;
        }
    }
}
