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

/** What PostgreSQL and MySQL do differently. One small class for each; nothing outside this package asks which it is. */
public abstract class Dialect {
    /** The SQL state of a change in a read-only transaction, the same in both engines. */
    static final String READ_ONLY = "25006";

    Dialect() {}

    /** The dialect of an engine. */
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
        // Databases that speak another's protocol tell who they are in their version text only.
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

    static String queryText(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** jOOQ's name for the engine. */
    public abstract SQLDialect sqlDialect();

    /** The statements that create a table with its comments; its indexes are created apart. */
    public abstract List<String> createTable(@Nullable String schemaName, Table<?> table);

    /** The statements that add one column, with its comment. */
    public abstract List<String> addColumn(@Nullable String schemaName, Table<?> table, Field<?> column);

    /** A column's type as this engine's information_schema is rendered by {@link #liveType}. */
    public abstract String type(DataType<?> type);

    /** A type as information_schema.columns tells it, in the words of {@link #type}. */
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

    /** Whether JDBC's metadata calls a schema a catalog. */
    public abstract boolean schemaIsCatalog();

    /** The schema that unqualified names mean, as SQL. */
    public abstract String currentSchema();

    /** An identifier that the host chose. */
    public abstract String quoted(String identifier);

    /** A name in the host's schema, or in the default one. */
    public String qualified(@Nullable String schemaName, String name) {
        return schemaName == null ? name : quoted(schemaName) + "." + name;
    }

    /** Whether a CREATE or ALTER commits the transaction that it stands in. */
    public abstract boolean commitsAtDdl();

    /** Locks the schema against another creation, and tells whether it did within the time. */
    public abstract boolean lockSchema(Connection connection, String schema, Duration timeout) throws SQLException;

    /** Unlocks it, where the end of the transaction does not. */
    public abstract void unlockSchema(Connection connection, String schema) throws SQLException;

    /**
     * Locks the row that a statement selects or inserts until the end of the transaction, and waits no longer than the timeout
     * for it. Tells whether there is such a row to select.
     */
    public final boolean lockRow(Connection connection, String selectOrInsert, Duration timeout) throws SQLException {
        String usual = lockWait(connection);
        limitLockWait(connection, lockWait(timeout));
        boolean locked;
        try (Statement statement = connection.createStatement()) {
            locked = statement.execute(selectOrInsert)
                    && statement.getResultSet().next();
        } catch (SQLException e) {
            forgetLockWait(connection, usual);
            throw e;
        }
        limitLockWait(connection, usual);
        return locked;
    }

    abstract String lockWait(Connection connection) throws SQLException;

    abstract String lockWait(Duration timeout);

    abstract void limitLockWait(Connection connection, String wait) throws SQLException;

    /** Takes the bound back after a failure, where the rollback that follows does not. */
    abstract void forgetLockWait(Connection connection, String usual) throws SQLException;

    /** Whether a statement failed because of that bound. */
    public abstract boolean isLockTimeout(SQLException e);

    /** Classifies a failure by its SQL state. */
    public abstract Failure failure(String sqlState);

    /** Turns a select into one that locks what it returns until the end of the transaction. */
    public String lockingRead(String select) {
        return select + " for update";
    }

    /** The fastest way to bring rows in that this connection allows. */
    public abstract BulkPath bulkPath(Connection connection, String anyQualifiedTable) throws SQLException;

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

    /** Runs one statement. */
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

    /** The statement that creates an index. */
    public final String createIndex(@Nullable String schemaName, Index index) {
        String columns = index.getFields().stream().map(SortField::getName).collect(Collectors.joining(", "));
        String table = Objects.requireNonNull(index.getTable(), index.getName()).getName();
        return "create index " + index.getName() + " on " + qualified(schemaName, table) + " (" + columns + ")";
    }

    private static String names(List<? extends Field<?>> fields) {
        return fields.stream().map(Field::getName).collect(Collectors.joining(", "));
    }
}
