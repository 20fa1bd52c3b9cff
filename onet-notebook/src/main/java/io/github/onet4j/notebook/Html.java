package io.github.onet4j.notebook;

import java.util.List;

/**
 * Writes HTML that stands alone in a cell of a notebook: without scripts, style sheets and addresses. Colors are those
 * of the notebook, whatever its theme.
 *
 * @param rows the largest number of rows of a table to show
 */
record Html(int rows) {
    private static final String LINE = "border:0;border-bottom:1px solid rgba(128,128,128,.4);padding:.25em .6em;";
    private static final String TEXT = LINE + "text-align:left;vertical-align:top";
    private static final String NUMBER = LINE + "text-align:right;vertical-align:top;font-variant-numeric:tabular-nums";

    String write(String title, String release, List<Part> parts, String attribution) {
        // As narrow as the notebook wants it, however wide a table is: that scrolls.
        StringBuilder html =
                new StringBuilder("<div lang=\"en\" style=\"display:grid;grid-template-columns:minmax(0,1fr)\">\n");
        html.append("<p style=\"margin:.5em 0\"><strong>")
                .append(escaped(title))
                .append("</strong><br/>");
        html.append(escaped(release)).append("</p>\n");
        for (Part part : parts) {
            if (part instanceof Paragraph paragraph) {
                html.append("<p style=\"margin:.5em 0;max-width:60em\">")
                        .append(escaped(paragraph.text()))
                        .append("</p>\n");
            } else if (part instanceof Table table) {
                add(html, table);
            }
        }
        html.append("<p style=\"margin:.5em 0;max-width:70em;font-size:smaller\">")
                .append(escaped(attribution))
                .append("</p>\n");
        return html.append("</div>\n").toString();
    }

    private void add(StringBuilder html, Table table) {
        // A narrow screen shows the chart below the table, and scrolls a table that is too wide instead of the page.
        html.append("<div style=\"display:flex;flex-wrap:wrap;gap:1em 2em;align-items:flex-start;margin:.5em 0\">\n");
        html.append("<div role=\"region\" tabindex=\"0\" aria-label=\"").append(escaped(table.caption()));
        html.append("\" style=\"max-width:100%;overflow-x:auto\">\n");
        html.append("<table style=\"border-collapse:collapse;margin:0\">\n");
        html.append("<caption style=\"caption-side:top;text-align:left;font-weight:bold;padding:.25em .6em\">");
        html.append(escaped(table.caption())).append("</caption>\n<thead><tr>");
        for (Table.Column column : table.columns()) {
            html.append("<th scope=\"col\" style=\"").append(style(column)).append("\">");
            html.append(escaped(column.header())).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.first(rows)) {
            addRow(html, table.columns(), row);
        }
        html.append("</tbody></table>\n");
        table.rest(rows)
                .ifPresent(rest -> html.append("<p style=\"margin:.25em .6em\">")
                        .append(escaped(rest))
                        .append("</p>\n"));
        html.append("</div>\n");
        LevelChart chart = table.chart();
        if (chart != null) {
            html.append("<div tabindex=\"0\" style=\"flex:1 1 280px;min-width:0;overflow-x:auto\">\n")
                    .append(chart.toSvg(rows))
                    .append("</div>\n");
        }
        html.append("</div>\n");
    }

    private static void addRow(StringBuilder html, List<Table.Column> columns, List<String> row) {
        html.append("<tr><th scope=\"row\" style=\"").append(TEXT).append(";font-weight:normal\">");
        html.append(escaped(row.get(0))).append("</th>");
        for (int i = 1; i < row.size(); i++) {
            html.append("<td style=\"").append(style(columns.get(i))).append("\">");
            html.append(escaped(row.get(i))).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static String style(Table.Column column) {
        return (column.isNumber() ? NUMBER : TEXT) + (column.wraps() ? "" : ";white-space:nowrap");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
