package io.github.onet4j.jooq.internal.dialect;

import io.github.onet4j.jooq.LoadPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY. Only loaded where the driver is there. */
final class CopyPath implements BulkPath {
    private static final int BUFFER = 1 << 16;

    @Override
    public LoadPath kind() {
        return LoadPath.COPY;
    }

    @Override
    public long load(Connection connection, String qualifiedTable, List<? extends Field<?>> columns, RowSource rows)
            throws SQLException {
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        EncodedRows encoded = new EncodedRows(rows);
        try {
            long stored = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + qualifiedTable + " (" + names + ") from stdin encoding 'utf8'", encoded, BUFFER);
            encoded.rethrow();
            return stored;
        } catch (IOException e) {
            throw new SQLException("reading rows for COPY failed: " + e.getMessage(), e);
        }
    }
}
