package io.github.onet4j.web;

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
 * @param values the values by column id, in the order in which they came: text as sent, numbers as plain decimals such as
 *     {@code 4.5}, null for what the service leaves out
 */
public record WebRow(Map<String, @Nullable String> values) {
    /** Copies the values. */
    public WebRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Returns a value.
     *
     * @param columnId for example {@code data_value}
     * @return the value; null where the row has none, or no such column
     */
    public @Nullable String text(String columnId) {
        return values.get(columnId);
    }

    /**
     * Reads this row as one of a table that releases have too, so that a file and the service end in the same rows. Columns
     * are found by id, those that onet4j has no use for are passed over.
     *
     * @param table the table
     * @param source where the row stands, for messages
     * @param number the row's number there, from 1
     * @param rejected is told if a value is missing or wrong
     * @return the row, its every value checked, or null if it was rejected
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
