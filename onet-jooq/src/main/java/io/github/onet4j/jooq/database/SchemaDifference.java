package io.github.onet4j.jooq.database;

import org.jspecify.annotations.Nullable;

/**
 * One way in which the live schema is not what onet4j needs.
 *
 * @param table the table or view
 * @param part the column, key or index of it, such as {@code column data_value}; null where the table itself is missing
 * @param expected what should be there
 * @param found what is there; null where there is nothing
 */
public record SchemaDifference(
        String table,
        @Nullable String part,
        String expected,
        @Nullable String found) {
    /** Says it in one line, for example {@code onet_rating, column n: expected integer, found varchar(4)}. */
    @Override
    public String toString() {
        String where = part == null ? table : table + ", " + part;
        return where + ": expected " + expected + ", found " + (found == null ? "nothing" : found);
    }
}
