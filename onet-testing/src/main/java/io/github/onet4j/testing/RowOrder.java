package io.github.onet4j.testing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/** The order that {@code sort=column} or {@code sort=column.descending} asks for. Missing values are lowest. */
final class RowOrder {
    private static final String DESCENDING = ".descending";
    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private RowOrder() {}

    static Comparator<Map<String, String>> parse(String sort, WebTable table) {
        boolean descending = sort.endsWith(DESCENDING);
        WebColumn column = table.column(descending ? sort.substring(0, sort.length() - DESCENDING.length()) : sort);
        Comparator<String> ascending = column.type() == WebColumn.Type.NUMBER
                ? Comparator.comparing(value -> WebColumn.number(value).orElse(LOWEST))
                : String.CASE_INSENSITIVE_ORDER;
        return Comparator.comparing(
                row -> row.getOrDefault(column.id(), ""), descending ? ascending.reversed() : ascending);
    }
}
