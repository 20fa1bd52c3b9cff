package io.github.onet4j.jooq.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the live schema and the one that onet4j needs.
 *
 * @param table the table or view
 * @param part the column, key or index of it, such as {@code column data_value}; null if the table itself is missing
 * @param expected the expected definition
 * @param found the definition in the database; null if there is none
 */
public record SchemaDifference(
        String table,
        @Nullable String part,
        String expected,
        @Nullable String found) {
    /** Refuses null, except where it has a meaning. */
    public SchemaDifference {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(expected, "expected");
    }

    /** Returns one line, for example {@code onet_rating, column n: expected integer, found varchar(4)}. */
    @Override
    public String toString() {
        String where = part == null ? table : table + ", " + part;
        return where + ": expected " + expected + ", found " + (found == null ? "nothing" : found);
    }
}
