package io.github.onet4j.jooq.internal.database;

import org.jspecify.annotations.Nullable;

/** Rows for one table, one after the other. */
@FunctionalInterface
public interface RowSource {
    /** The next row, its values in the order of the columns and each as text or null; or null after the last row. */
    @Nullable
    String @Nullable [] next();
}
