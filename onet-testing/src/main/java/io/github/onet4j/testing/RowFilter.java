package io.github.onet4j.testing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Checks rows against {@code filter=column.operator.value}. A missing value passes no filter; text is compared ignoring
 * case.
 */
final class RowFilter {
    private RowFilter() {}

    /** The value may hold dots itself. */
    static Predicate<Map<String, String>> parse(String filter, WebTable table) {
        String[] parts = filter.split("\\.", 3);
        if (parts.length < 3) {
            throw new Unprocessable("filter must be column.operator.value: " + filter);
        }
        WebColumn column = table.column(parts[0]);
        Predicate<String> test =
                column.type() == WebColumn.Type.NUMBER ? onNumber(parts[1], parts[2]) : onText(parts[1], parts[2]);
        return row -> {
            String value = row.getOrDefault(column.id(), "");
            return !value.isEmpty() && test.test(value);
        };
    }

    private static Predicate<String> onText(String operator, String value) {
        String wanted = folded(value);
        return switch (operator) {
            case "eq" -> text -> folded(text).equals(wanted);
            case "ne" -> text -> !folded(text).equals(wanted);
            case "contains" -> text -> folded(text).contains(wanted);
            case "startswith" -> text -> folded(text).startsWith(wanted);
            default -> throw new Unprocessable("no operator " + operator + " on text");
        };
    }

    private static Predicate<String> onNumber(String operator, String value) {
        BigDecimal limit =
                WebColumn.number(value).orElseThrow(() -> new Unprocessable("not a number in filter: " + value));
        Predicate<Integer> comparison = switch (operator) {
            case "eq" -> sign -> sign == 0;
            case "ne" -> sign -> sign != 0;
            case "lt" -> sign -> sign < 0;
            case "le" -> sign -> sign <= 0;
            case "gt" -> sign -> sign > 0;
            case "ge" -> sign -> sign >= 0;
            default -> throw new Unprocessable("no operator " + operator + " on numbers");
        };
        return text -> WebColumn.number(text)
                .map(number -> number.compareTo(limit))
                .filter(comparison)
                .isPresent();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
