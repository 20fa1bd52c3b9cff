package io.github.onet4j.internal.web;

import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of the service. Immutable.
 *
 * @param values the values by column id, in the order of the response: text as sent, numbers as plain decimals such as
 *     {@code 4.5}, null for missing values
 */
public record WebRow(Map<String, @Nullable String> values) {
    /** Copies the values. */
    public WebRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the value of a column; null if the row has no value or no such column. */
    public @Nullable String text(String columnId) {
        return values.get(columnId);
    }

    /**
     * Reads the row as one of a table of releases, so that a file and the service produce the same rows. Columns are
     * found by id; others are ignored.
     *
     * @param table the table
     * @param source the place of the row, for messages
     * @param number the number of the row there, from 1
     * @param rejected is called if a value is missing or invalid
     * @return the row with every value checked; null if it was rejected
     */
    public @Nullable ReleaseRow toReleaseRow(
            ReleaseTable table, String source, int number, Consumer<RejectedRow> rejected) {
        return ReleaseRow.of(table, source, number, this::value, rejected);
    }

    private @Nullable String value(ReleaseColumn column) {
        for (String id : column.ids()) {
            String value = text(id);
            if (value != null) {
                return value.isBlank() ? null : value;
            }
        }
        return null;
    }
}
