package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.jooq.load.LoadPath;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** MySQL's LOAD DATA LOCAL INFILE, fed from memory. */
final class LoadDataPath implements BulkPath {
    private static final String DRIVERS_STATEMENT = "com.mysql.cj.jdbc.JdbcStatement";

    /** A connection that takes longer to answer a ping counts as lost. */
    private static final int SECONDS_TO_ANSWER = 5;

    /**
     * Tab, backslash and line feed as numbers: the meaning of a backslash in a literal depends on the session's
     * sql_mode.
     */
    private static final String FORMAT =
            "fields terminated by 0x09 enclosed by '' escaped by 0x5c lines starting by '' terminated by 0x0a";

    /**
     * Returns why it does not work on a connection, or null if it does. Tries it with no rows, since server, user and
     * URL must all allow it. A failure that says nothing about that, such as a deadlock, which has undone the
     * transaction, is no reason for another path.
     */
    static @Nullable String obstacle(Connection connection, String qualifiedTable, Predicate<SQLException> isMishap)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!DriverCall.isA(statement, DRIVERS_STATEMENT)) {
                return "LOAD DATA LOCAL needs statements that unwrap to " + DRIVERS_STATEMENT
                        + ": use Connector/J, and a pool or proxy that passes unwrap on";
            }
            feed(statement, InputStream.nullInputStream());
            statement.execute("load data local infile 'onet4j' into table " + qualifiedTable);
            return null;
        } catch (SQLException e) {
            boolean connectionLost = !connection.isValid(SECONDS_TO_ANSWER);
            if (connectionLost || isMishap.test(e)) {
                throw e;
            }
            return "LOAD DATA LOCAL needs allowLoadLocalInfile=true in the JDBC URL and local_infile=ON on the server,"
                    + " which refused: " + e.getMessage();
        }
    }

    @Override
    public LoadPath kind() {
        return LoadPath.LOAD_DATA_LOCAL;
    }

    @Override
    public long load(Connection connection, String qualifiedTable, List<? extends Field<?>> columns, RowSource rows)
            throws SQLException {
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        EncodedRows encoded = new EncodedRows(rows);
        try (Statement statement = connection.createStatement()) {
            feed(statement, encoded);
            long stored = statement.executeLargeUpdate("load data local infile 'onet4j' into table " + qualifiedTable
                    + " character set utf8mb4 " + FORMAT + " (" + names + ")");
            encoded.rethrow();
            checkNoWarnings(statement, qualifiedTable, stored, encoded.rowsSent());
            return stored;
        }
    }

    private static void feed(Statement statement, InputStream rows) throws SQLException {
        Object drivers = DriverCall.unwrap(statement, DRIVERS_STATEMENT);
        DriverCall.call(
                drivers, DRIVERS_STATEMENT, "setLocalInfileInputStream", new Class<?>[] {InputStream.class}, rows);
    }

    /** LOCAL turns errors into warnings: without this check, MySQL would silently skip rows and cut values. */
    private static void checkNoWarnings(Statement statement, String table, long stored, long sent) throws SQLException {
        try (ResultSet warning = statement.executeQuery("show warnings limit 1")) {
            if (warning.next()) {
                throw new SQLException("LOAD DATA into " + table + ": " + warning.getString(3));
            }
        }
        if (stored != sent) {
            throw new SQLException("LOAD DATA into " + table + " stored " + stored + " of " + sent + " rows");
        }
    }
}
