package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.jooq.database.UnsupportedDatabaseException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The differences between PostgreSQL and MySQL, one class for each. No code outside this package asks for the engine.
 */
public abstract class Dialect {
    /** The SQL state of a change in a read-only transaction, the same in both engines. */
    static final String READ_ONLY = "25006";

    Dialect() {}

    /** Returns the dialect of an engine. */
    public static Dialect of(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresDialect();
            case MYSQL -> new MySqlDialect();
        };
    }

    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String product = metaData.getDatabaseProductName();
        int major = metaData.getDatabaseMajorVersion();
        // Databases that speak another one's protocol name themselves in their version text only.
        String version = product.equals("PostgreSQL") || product.equals("MySQL") ? versionText(connection) : "";
        if (product.equals("PostgreSQL") && version.startsWith("PostgreSQL") && major >= 13) {
            return new PostgresDialect();
        }
        if (product.equals("MySQL") && MySqlDialect.isSupported(version)) {
            return new MySqlDialect();
        }
        String named = version.isEmpty() ? metaData.getDatabaseProductVersion() : version;
        throw new UnsupportedDatabaseException(product + " (" + named + ")");
    }

    private static String versionText(Connection connection) throws SQLException {
        return queryText(connection, "select version()");
    }

    /** Executes a statement, and returns whether it selects a row. */
    static boolean selects(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) && statement.getResultSet().next();
        }
    }

    static String queryText(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Returns jOOQ's name of the engine. */
    public abstract SQLDialect sqlDialect();

    /** Returns the statements that create a table with its comments, without its indexes. */
    public abstract List<String> createTable(@Nullable String schemaName, Table<?> table);

    /** Returns the statements that add a column with its comment. */
    public abstract List<String> addColumn(@Nullable String schemaName, Table<?> table, Field<?> column);

    /** Returns a column's type in the notation of {@link #liveType}. */
    public abstract String type(DataType<?> type);

    /** Returns a type of information_schema.columns in the notation of {@link #type}. */
    public String liveType(String dataType, long length, int precision, int scale, int datetimePrecision) {
        return switch (dataType) {
            case "character varying", "varchar" -> "varchar(" + length + ")";
            case "numeric", "decimal" -> "decimal(" + precision + ", " + scale + ")";
            case "int", "integer" -> "integer";
            case "timestamp without time zone" -> "timestamp(" + datetimePrecision + ")";
            case "datetime" -> "datetime(" + datetimePrecision + ")";
            default -> dataType;
        };
    }

    /** Returns whether JDBC's metadata calls a schema a catalog. */
    public abstract boolean schemaIsCatalog();

    /** Returns the SQL for the schema of unqualified names. */
    public abstract String currentSchema();

    /** Quotes an identifier that the host chose. */
    public abstract String quoted(String identifier);

    /** Qualifies a name with the host's schema, if there is one. */
    public String qualified(@Nullable String schemaName, String name) {
        return schemaName == null ? name : quoted(schemaName) + "." + name;
    }

    /** Returns whether a CREATE or ALTER commits its transaction. */
    public abstract boolean commitsAtDdl();

    /**
     * Locks the schema against concurrent creation: until the end of the transaction, or where DDL commits, until it is
     * unlocked. Returns whether it got the lock in time.
     */
    abstract boolean lockSchema(Connection connection, String schema, Duration timeout) throws SQLException;

    /** Unlocks the schema, if it is locked, unless the end of the transaction does. */
    abstract void unlockSchema(Connection connection, String schema) throws SQLException;

    /** Returns how long the connection waits for a row that another transaction has locked. */
    abstract String lockWait(Connection connection) throws SQLException;

    abstract String lockWait(Duration timeout);

    abstract void limitLockWait(Connection connection, String wait) throws SQLException;

    /** Restores the limit after a failure, unless the rollback does. */
    abstract void forgetLockWait(Connection connection, String usual) throws SQLException;

    /** Returns whether a statement failed because of that limit. */
    public abstract boolean isLockTimeout(SQLException e);

    /** Returns whether a savepoint could not be rolled back to because its transaction has ended. */
    abstract boolean isSavepointGone(SQLException e);

    /** Classifies a failure by its SQL state, or the engine's own error code. */
    public abstract Failure failure(SQLException e);

    /** Turns a select into one that locks what it returns until the end of the transaction. */
    public String lockingRead(String select) {
        return select + " for update";
    }

    /** Returns the fastest technique to write rows that this connection allows. */
    abstract BulkPath bulkPath(Connection connection, String anyQualifiedTable) throws SQLException;

    /** Refreshes the planner's statistics of a table. */
    public abstract void analyze(Connection connection, String qualifiedName) throws SQLException;

    final String column(Field<?> field) {
        DataType<?> type = field.getDataType();
        return field.getName() + " " + (type.identity() ? identity() : type(type))
                + (type.nullable() ? "" : " not null") + columnComment(field);
    }

    abstract String identity();

    abstract String columnComment(Field<?> field);

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Executes one statement. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final String standardType(DataType<?> type) {
        return switch (type.getTypeName()) {
            case "varchar" -> "varchar(" + type.length() + ")";
            case "decimal", "numeric" -> "decimal(" + type.precision() + ", " + type.scale() + ")";
            default -> type.getTypeName();
        };
    }

    final String columnsAndKeys(@Nullable String schemaName, Table<?> table) {
        StringBuilder body = new StringBuilder();
        for (Field<?> field : table.fields()) {
            body.append("  ").append(column(field)).append(",\n");
        }
        UniqueKey<?> primaryKey = Objects.requireNonNull(table.getPrimaryKey(), table.getName());
        body.append("  constraint ").append(primaryKey.getName());
        body.append(" primary key (").append(names(primaryKey.getFields())).append(")");
        for (ForeignKey<?, ?> key : table.getReferences()) {
            UniqueKey<?> target = key.getKey();
            body.append(",\n  constraint ").append(key.getName());
            body.append(" foreign key (").append(names(key.getFields())).append(") references ");
            body.append(qualified(schemaName, target.getTable().getName()));
            body.append(" (").append(names(target.getFields())).append(")");
        }
        return body.toString();
    }

    /** Returns the statement that creates an index. */
    public final String createIndex(@Nullable String schemaName, Index index) {
        String columns = index.getFields().stream().map(SortField::getName).collect(Collectors.joining(", "));
        String table = Objects.requireNonNull(index.getTable(), index.getName()).getName();
        return "create index " + index.getName() + " on " + qualified(schemaName, table) + " (" + columns + ")";
    }

    private static String names(List<? extends Field<?>> fields) {
        return fields.stream().map(Field::getName).collect(Collectors.joining(", "));
    }
}
