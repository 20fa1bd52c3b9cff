package io.github.onet4j.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A release as the service holds it: the release's own tables in the web layout, which has the titles of occupations
 * and the names of scales in each row that has their keys.
 *
 * @param version O*NET's, for example 31.0
 * @param tables ordered by title
 */
record WebTables(String version, List<WebTable> tables) {
    private static final List<Join> JOINS = List.of(
            new Join("O*NET-SOC Code", "Title", "Occupation Data"),
            new Join("Related O*NET-SOC Code", "Related Title", "Occupation Data"),
            new Join("Scale ID", "Scale Name", "Scales Reference"));

    static WebTables of(MiniRelease release) {
        SortedMap<String, List<List<String>>> files = release.tables();
        List<WebTable> tables = new ArrayList<>();
        files.forEach((title, lines) -> tables.add(table(title, lines, files)));
        return new WebTables(release.version(), tables);
    }

    Optional<WebTable> find(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** The rows of a table, or none if the release lacks it. */
    List<Map<String, String>> rows(String id) {
        return find(id).map(WebTable::rows).orElse(List.of());
    }

    private static WebTable table(String title, List<List<String>> lines, Map<String, List<List<String>>> files) {
        List<Map<String, String>> byLabel = byLabel(lines);
        List<String> labels = new ArrayList<>(lines.get(0));
        for (Join join : JOINS) {
            if (labels.contains(join.key()) && !labels.contains(join.label()) && !title.equals(join.reference())) {
                labels.add(labels.indexOf(join.key()) + 1, join.label());
                join.fill(byLabel, files.getOrDefault(join.reference(), List.of()));
            }
        }
        List<WebColumn> columns = labels.stream()
                .map(label -> WebColumn.of(label, byLabel.stream().anyMatch(row -> isMissing(row, label))))
                .toList();
        List<Map<String, String>> rows =
                byLabel.stream().map(row -> byColumnId(row, columns)).toList();
        return new WebTable(MiniReleaseTables.snakeCase(title), title, columns, rows);
    }

    private static List<Map<String, String>> byLabel(List<List<String>> lines) {
        List<String> labels = lines.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(labels.size(), cells.size()); i++) {
                row.put(labels.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String> byColumnId(Map<String, String> row, List<WebColumn> columns) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.id(), column.fromFile(row.getOrDefault(column.title(), ""))));
        return values;
    }

    private static boolean isMissing(Map<String, String> row, String label) {
        return row.getOrDefault(label, "").isEmpty();
    }

    /**
     * A column that the web layout takes over from a reference table, whose first two columns are the key and the name.
     */
    private record Join(String key, String label, String reference) {
        void fill(List<Map<String, String>> rows, List<List<String>> referenceLines) {
            Map<String, String> names = new HashMap<>();
            referenceLines.forEach(cells -> names.put(cells.get(0), cells.get(1)));
            rows.forEach(row -> row.put(label, names.getOrDefault(row.getOrDefault(key, ""), "")));
        }
    }
}
