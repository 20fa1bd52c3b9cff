package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.jooq.load.LoadPath;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's COPY. */
final class CopyPath implements BulkPath {
    private static final String DRIVERS_CONNECTION = "org.postgresql.PGConnection";
    private static final String COPY_MANAGER = "org.postgresql.copy.CopyManager";
    private static final int BUFFER = 1 << 16;

    /** Returns why it does not work on a connection, or null if it does. */
    static @Nullable String obstacle(Connection connection) throws SQLException {
        return DriverCall.isA(connection, DRIVERS_CONNECTION)
                ? null
                : "COPY needs connections that unwrap to " + DRIVERS_CONNECTION
                        + ": use PostgreSQL's driver, and a pool or proxy that passes unwrap on";
    }

    @Override
    public LoadPath kind() {
        return LoadPath.COPY;
    }

    @Override
    public long load(Connection connection, String qualifiedTable, List<? extends Field<?>> columns, RowSource rows)
            throws SQLException {
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        String copy = "copy " + qualifiedTable + " (" + names + ") from stdin encoding 'utf8'";
        EncodedRows encoded = new EncodedRows(rows);
        Object stored = DriverCall.call(
                copyManager(connection),
                COPY_MANAGER,
                "copyIn",
                new Class<?>[] {String.class, InputStream.class, int.class},
                copy,
                encoded,
                BUFFER);
        encoded.rethrow();
        return (Long) Objects.requireNonNull(stored);
    }

    private static Object copyManager(Connection connection) throws SQLException {
        Object drivers = DriverCall.unwrap(connection, DRIVERS_CONNECTION);
        Object manager = DriverCall.call(drivers, DRIVERS_CONNECTION, "getCopyAPI", new Class<?>[0]);
        return Objects.requireNonNull(manager);
    }
}
