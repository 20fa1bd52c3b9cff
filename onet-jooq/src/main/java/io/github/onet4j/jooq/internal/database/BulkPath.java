package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.jooq.load.LoadPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Field;

/** A way to bring many rows into a table. */
public interface BulkPath {
    /** Which way it is. */
    LoadPath kind();

    /** Brings every row in, or fails; returns how many. */
    long load(Connection connection, String qualifiedTable, List<? extends Field<?>> columns, RowSource rows)
            throws SQLException;
}
