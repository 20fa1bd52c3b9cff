package io.github.onet4j.internal.web;

import io.github.onet4j.OnetSocCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks for rows of one table. Filters are sent to the service, and each row that returns is checked against them.
 * Immutable.
 */
public final class RowQuery {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]+");

    private final String tableId;
    private final List<Filter> filters;

    private RowQuery(String tableId, List<Filter> filters) {
        this.tableId = tableId;
        this.filters = List.copyOf(filters);
    }

    /**
     * Asks for all rows of a table.
     *
     * @throws IllegalArgumentException unless the id consists of small letters, digits and underscores
     */
    public static RowQuery of(String tableId) {
        return new RowQuery(id(tableId), List.of());
    }

    /**
     * Narrows the rows down to those that have a value in a column, in addition to earlier filters.
     *
     * @param value the value, in any letter case
     * @throws IllegalArgumentException unless the column's id consists of small letters, digits and underscores
     */
    public RowQuery where(String columnId, String value) {
        List<Filter> longer = new ArrayList<>(filters);
        longer.add(new Filter(id(columnId), value));
        return new RowQuery(tableId, longer);
    }

    /** Narrows the rows down to those of one occupation. */
    public RowQuery ofOccupation(OnetSocCode code) {
        return where("onetsoc_code", code.value());
    }

    /** Returns the id of the table, for example {@code skills}. */
    public String tableId() {
        return tableId;
    }

    /**
     * Returns the query part of an address for a range of rows. The parameter of filters repeats, as the service
     * expects.
     */
    public String parameters(int firstRow, int lastRow) {
        return filters.stream()
                        .map(filter -> "filter=" + encoded(filter.text()) + "&")
                        .collect(Collectors.joining())
                + "start=" + firstRow + "&end=" + lastRow;
    }

    /** Returns the first filter that does not accept a row. */
    public Optional<String> unmet(WebRow row) {
        return filters.stream()
                .filter(filter -> !filter.accepts(row))
                .map(Filter::text)
                .findFirst();
    }

    /** Encodes a text for the query part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a table or a column must consist of small letters, digits and underscores, but was \""
                            + id + "\"");
        }
        return id;
    }

    /** Returns table and filters, for a log. */
    @Override
    public String toString() {
        return tableId + filters.stream().map(Filter::text).toList();
    }

    /** A column that has a value, ignoring case as the service does. */
    private record Filter(String columnId, String value) {
        String text() {
            return columnId + ".eq." + value;
        }

        boolean accepts(WebRow row) {
            String found = row.text(columnId);
            return value.equalsIgnoreCase(found);
        }
    }
}
