package io.github.onet4j.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question for rows of one table. Immutable.
 *
 * <pre>{@code
 * RowQuery.of("skills").where("onetsoc_code", Operator.EQ, "15-1251.00").sortBy("element_id")
 * }</pre>
 *
 * <p>Filters are sent to the service, and each row that comes back is checked against them.
 */
public final class RowQuery {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]+");

    private final String tableId;
    private final List<Filter> filters;
    private final List<String> sorts;

    private RowQuery(String tableId, List<Filter> filters, List<String> sorts) {
        this.tableId = tableId;
        this.filters = List.copyOf(filters);
        this.sorts = List.copyOf(sorts);
    }

    /**
     * Asks for all rows of a table.
     *
     * @param tableId for example {@code skills}
     * @return the query
     * @throws IllegalArgumentException if it can't be an id: others than small letters, digits and underscores
     */
    public static RowQuery of(String tableId) {
        return new RowQuery(id(tableId), List.of(), List.of());
    }

    /**
     * Asks for those rows only that a filter lets through. Several filters must all let a row through.
     *
     * @param columnId for example {@code onetsoc_code}
     * @param operator how to compare
     * @param value what to compare with; case does not matter
     * @return a new query
     * @throws IllegalArgumentException if the column's id can't be one
     */
    public RowQuery where(String columnId, Operator operator, String value) {
        return new RowQuery(tableId, append(filters, new Filter(id(columnId), operator, value)), sorts);
    }

    /**
     * Asks for rows in ascending order of a column, after the columns asked for so far.
     *
     * @param columnId for example {@code element_id}
     * @return a new query
     * @throws IllegalArgumentException if the column's id can't be one
     */
    public RowQuery sortBy(String columnId) {
        return new RowQuery(tableId, filters, append(sorts, id(columnId)));
    }

    /**
     * Asks for rows in descending order of a column, after the columns asked for so far.
     *
     * @param columnId for example {@code data_value}
     * @return a new query
     * @throws IllegalArgumentException if the column's id can't be one
     */
    public RowQuery sortByDescending(String columnId) {
        return new RowQuery(tableId, filters, append(sorts, id(columnId) + ".descending"));
    }

    /**
     * Returns the id of the table.
     *
     * @return for example {@code skills}
     */
    public String tableId() {
        return tableId;
    }

    /** The query part of an address, for some of the rows. Filters and sorts repeat their parameter, as the service wants it. */
    String parameters(int firstRow, int lastRow) {
        Stream<String> filtered = filters.stream().map(filter -> "filter=" + encoded(filter.text()));
        Stream<String> sorted = sorts.stream().map(sort -> "sort=" + encoded(sort));
        Stream<String> range = Stream.of("start=" + firstRow, "end=" + lastRow);
        return String.join(
                "&", Stream.of(filtered, sorted, range).flatMap(part -> part).toList());
    }

    /** The filter that a row should not have come through, if there is one. */
    Optional<String> unmet(WebRow row) {
        return filters.stream()
                .filter(filter -> !filter.isMetBy(row))
                .map(Filter::text)
                .findFirst();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" can't be an id of a table or a column; one is small letters, digits and _");
        }
        return id;
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** Returns table, filters and sorts, for a log. */
    @Override
    public String toString() {
        return tableId + filters.stream().map(Filter::text).toList() + (sorts.isEmpty() ? "" : " by " + sorts);
    }

    /** How a filter compares a column with a value. Text is compared without regard to case, numbers by their value. */
    public enum Operator {
        /** Equal. */
        EQ,
        /** Not equal. */
        NE,
        /** Less. */
        LT,
        /** Less or equal. */
        LE,
        /** Greater. */
        GT,
        /** Greater or equal. */
        GE,
        /** The text has the value somewhere. */
        CONTAINS,
        /** The text starts with the value. */
        STARTSWITH
    }

    private record Filter(String columnId, Operator operator, String value) {
        String text() {
            return columnId + "." + operator.name().toLowerCase(Locale.ROOT) + "." + value;
        }

        boolean isMetBy(WebRow row) {
            String found = row.text(columnId);
            return found == null ? operator == Operator.NE : compare(found);
        }

        private boolean compare(String found) {
            String left = found.toLowerCase(Locale.ROOT);
            String right = value.toLowerCase(Locale.ROOT);
            return switch (operator) {
                case CONTAINS -> left.contains(right);
                case STARTSWITH -> left.startsWith(right);
                case EQ -> order(left, right) == 0;
                case NE -> order(left, right) != 0;
                case LT -> order(left, right) < 0;
                case LE -> order(left, right) <= 0;
                case GT -> order(left, right) > 0;
                case GE -> order(left, right) >= 0;
            };
        }

        private static int order(String left, String right) {
            BigDecimal one = number(left);
            BigDecimal other = number(right);
            return one != null && other != null ? one.compareTo(other) : left.compareTo(right);
        }

        private static @Nullable BigDecimal number(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
    }
}
