package io.github.onet4j.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table as the service holds it.
 *
 * @param id for example {@code essential_skills}
 * @param title for example {@code Essential Skills}
 * @param rows the texts by column id; an empty one is a missing value
 */
record WebTable(String id, String title, List<WebColumn> columns, List<Map<String, String>> rows) {
    /** Answers with the rows that pass each {@code filter}, in the order of {@code sort}. */
    Page page(Question question) {
        List<Predicate<Map<String, String>>> filters = question.values("filter").stream()
                .map(filter -> RowFilter.parse(filter, this))
                .toList();
        List<Map<String, String>> matching = new ArrayList<>(rows);
        matching.removeIf(row -> !filters.stream().allMatch(filter -> filter.test(row)));
        question.values("sort").stream()
                .map(sort -> RowOrder.parse(sort, this))
                .reduce(Comparator::thenComparing)
                .ifPresent(matching::sort);
        return Page.of(question, matching, this::json);
    }

    WebColumn column(String columnId) {
        return columns.stream()
                .filter(column -> column.id().equals(columnId))
                .findFirst()
                .orElseThrow(() -> new Unprocessable("no column " + columnId + " in " + id));
    }

    private JsonObject json(Map<String, String> row) {
        JsonObject json = new JsonObject();
        columns.forEach(column -> json.put(column.id(), column.json(row.getOrDefault(column.id(), ""))));
        return json;
    }
}
