package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.jooq.load.LoadPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/** A technique to write many rows into a table. */
public interface BulkPath {
    /** Returns the technique. */
    LoadPath kind();

    /** Returns why the database's faster technique is impossible, and what to set; empty if this is the fastest. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** Writes every row, or fails, and returns their number. */
    long load(Connection connection, String qualifiedTable, List<? extends Field<?>> columns, RowSource rows)
            throws SQLException;
}
