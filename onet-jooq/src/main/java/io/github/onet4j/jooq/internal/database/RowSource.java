package io.github.onet4j.jooq.internal.database;

import org.jspecify.annotations.Nullable;

/** A source of rows for one table. */
@FunctionalInterface
public interface RowSource {
    /** Returns the next row, with its values as text in the order of the columns; null after the last row. */
    @Nullable
    String @Nullable [] next();
}
