package io.github.onet4j.jooq.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

final class MySqlDialect extends Dialect {
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int NO_SUCH_SAVEPOINT = 1305;
    private static final int DB_ACCESS_DENIED = 1044;
    private static final int TABLE_ACCESS_DENIED = 1142;
    private static final int ACCESS_DENIED = 1227;
    private static final int QUERY_INTERRUPTED = 1317;
    private static final int QUERY_TIMEOUT = 3024;
    private static final int PACKET_TOO_LARGE = 1153;
    private static final int MAX_LOCK_NAME = 64;
    private static final Pattern VERSION = Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+).*");

    /** The collation utf8mb4_0900_bin came with 8.0.17. */
    static boolean isSupported(String version) {
        Matcher matcher = VERSION.matcher(version);
        String lower = version.toLowerCase(Locale.ROOT);
        if (lower.contains("mariadb") || lower.contains("tidb") || !matcher.matches()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        boolean laterMinor = Integer.parseInt(matcher.group(2)) > 0;
        return major > 8 || (major == 8 && (laterMinor || Integer.parseInt(matcher.group(3)) >= 17));
    }

    @Override
    public SQLDialect sqlDialect() {
        return SQLDialect.MYSQL;
    }

    @Override
    public List<String> createTable(@Nullable String schemaName, Table<?> table) {
        // Binary, so that codes, ids and titles that differ in case only are different.
        return List.of("create table " + qualified(schemaName, table.getName()) + " (\n"
                + columnsAndKeys(schemaName, table)
                + "\n) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_bin comment = "
                + literal(table.getComment()));
    }

    @Override
    public List<String> addColumn(@Nullable String schemaName, Table<?> table, Field<?> column) {
        return List.of("alter table " + qualified(schemaName, table.getName()) + " add column " + column(column));
    }

    @Override
    public String type(DataType<?> type) {
        return switch (type.getTypeName()) {
            // A timestamp of MySQL's would be moved by the session's time zone.
            case "timestamp" -> "datetime(" + type.precision() + ")";
            case "clob" -> "longtext";
            default -> standardType(type);
        };
    }

    @Override
    String identity() {
        return "integer auto_increment";
    }

    @Override
    String columnComment(Field<?> field) {
        return " comment " + literal(field.getComment());
    }

    @Override
    public String currentSchema() {
        return "database()";
    }

    @Override
    public String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public boolean schemaIsCatalog() {
        return true;
    }

    @Override
    public boolean commitsAtDdl() {
        return true;
    }

    @Override
    boolean lockSchema(Connection connection, String schema, Duration timeout) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select get_lock(?, ?)")) {
            lock.setString(1, lockName(schema));
            lock.setLong(2, Math.max(1, timeout.toSeconds()));
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    @Override
    void unlockSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement("select release_lock(?)")) {
            unlock.setString(1, lockName(schema));
            unlock.execute();
        }
    }

    private static String lockName(String schema) {
        String name = "onet4j." + schema;
        return name.length() <= MAX_LOCK_NAME ? name : name.substring(0, MAX_LOCK_NAME);
    }

    @Override
    String lockWait(Connection connection) throws SQLException {
        return queryText(connection, "select @@session.innodb_lock_wait_timeout");
    }

    @Override
    String lockWait(Duration timeout) {
        return String.valueOf(Math.max(1, timeout.toSeconds()));
    }

    @Override
    void limitLockWait(Connection connection, String wait) throws SQLException {
        execute(connection, "set session innodb_lock_wait_timeout = " + wait);
    }

    @Override
    void forgetLockWait(Connection connection, String usual) throws SQLException {
        limitLockWait(connection, usual);
    }

    @Override
    public boolean isLockTimeout(SQLException e) {
        return e.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    @Override
    boolean isSavepointGone(SQLException e) {
        return e.getErrorCode() == NO_SUCH_SAVEPOINT;
    }

    @Override
    public Failure failure(SQLException e) {
        // Its states are shared by many errors: 42000 is that of a missing right, and of wrong syntax.
        switch (e.getErrorCode()) {
            case DB_ACCESS_DENIED, TABLE_ACCESS_DENIED, ACCESS_DENIED -> {
                return Failure.NO_RIGHT;
            }
            case QUERY_INTERRUPTED, QUERY_TIMEOUT -> {
                return Failure.TIME_LIMIT;
            }
            case PACKET_TOO_LARGE -> {
                return Failure.PACKET_TOO_BIG;
            }
            default -> {
                // By its state.
            }
        }
        if (e.getClass().getSimpleName().equals("PacketTooBigException")) {
            return Failure.PACKET_TOO_BIG;
        }
        return switch (String.valueOf(e.getSQLState())) {
            case "42S02" -> Failure.NO_SUCH_TABLE;
            case "42S22" -> Failure.NO_SUCH_COLUMN;
            case "40001" -> Failure.CONFLICT;
            case READ_ONLY -> Failure.READ_ONLY;
            default -> Failure.OTHER;
        };
    }

    @Override
    BulkPath bulkPath(Connection connection, String anyQualifiedTable) throws SQLException {
        String obstacle = LoadDataPath.obstacle(connection, anyQualifiedTable, this::isMishap);
        return obstacle == null ? new LoadDataPath() : new InsertPath(obstacle);
    }

    /** Returns whether a statement failed that would have succeeded at another time. */
    private boolean isMishap(SQLException e) {
        return isLockTimeout(e) || Set.of(Failure.CONFLICT, Failure.TIME_LIMIT).contains(failure(e));
    }

    @Override
    public void analyze(Connection connection, String qualifiedName) throws SQLException {
        execute(connection, "analyze table " + qualifiedName);
    }
}
