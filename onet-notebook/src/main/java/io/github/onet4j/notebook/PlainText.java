package io.github.onet4j.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes text with aligned columns.
 *
 * @param rows the largest number of rows of a table to show
 */
record PlainText(int rows) {
    /** The largest number of characters in a line. */
    static final int WIDTH = 100;

    private static final String GAP = "  ";

    String write(String title, String release, List<Part> parts, String attribution) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> heading = new ArrayList<>(wrapped(title, WIDTH));
        heading.add(release);
        blocks.add(heading);
        for (Part part : parts) {
            if (part instanceof Paragraph paragraph) {
                blocks.add(wrapped(paragraph.text(), WIDTH));
            } else if (part instanceof Table table) {
                blocks.add(lines(table));
            }
        }
        blocks.add(wrapped(attribution, WIDTH));
        return blocks.stream().map(block -> String.join("\n", block)).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private List<String> lines(Table table) {
        List<List<String>> shown = table.first(rows);
        List<String> header = table.columns().stream().map(Table.Column::header).toList();
        int[] widths = widths(table.columns(), header, shown);
        List<String> lines = new ArrayList<>(wrapped(table.caption(), WIDTH));
        lines.addAll(row(table.columns(), widths, header));
        lines.add("-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1)));
        shown.forEach(row -> lines.addAll(row(table.columns(), widths, row)));
        table.rest(rows).ifPresent(rest -> lines.addAll(wrapped(rest, WIDTH)));
        return lines;
    }

    /** Columns are as wide as their widest cell; where a line has no room for that, the widest text is wrapped. */
    private static int[] widths(List<Table.Column> columns, List<String> header, List<List<String>> shown) {
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> shown.stream()
                        .mapToInt(row -> row.get(column).length())
                        .reduce(header.get(column).length(), Math::max))
                .toArray();
        int room = WIDTH - GAP.length() * (columns.size() - 1);
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, columns.size())
                    .filter(column -> columns.get(column).wraps())
                    .boxed()
                    .max(Comparator.comparingInt(column -> widths[column]))
                    .orElseThrow();
            widths[widest]--;
        }
        return widths;
    }

    /** Returns the lines of a row, more than one where a cell is wrapped. */
    private static List<String> row(List<Table.Column> columns, int[] widths, List<String> cells) {
        List<List<String>> wrapped = IntStream.range(0, cells.size())
                .mapToObj(column -> wrapped(cells.get(column), widths[column]))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int line = i;
            lines.add(IntStream.range(0, cells.size())
                    .mapToObj(column -> aligned(
                            line < wrapped.get(column).size()
                                    ? wrapped.get(column).get(line)
                                    : "",
                            widths[column],
                            columns.get(column).isNumber()))
                    .collect(Collectors.joining(GAP))
                    .stripTrailing());
        }
        return lines;
    }

    private static String aligned(String text, int width, boolean right) {
        String room = " ".repeat(width - text.length());
        return right ? room + text : text + room;
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (; rest.length() > width; rest = rest.substring(width)) {
                lines.add(rest.substring(0, width));
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
