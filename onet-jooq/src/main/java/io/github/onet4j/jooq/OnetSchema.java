package io.github.onet4j.jooq;

import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_RELEASE;

import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaDifference;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Dialect;
import io.github.onet4j.jooq.internal.database.LiveSchema;
import io.github.onet4j.jooq.internal.database.SchemaDdl;
import io.github.onet4j.jooq.internal.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates, upgrades and verifies onet4j's tables in the host's database, and prints their DDL for Flyway, Liquibase or
 * an administrator. All names start with {@code onet_}. Thread-safe; several nodes may call it at the same time.
 */
public final class OnetSchema {
    private static final Logger LOG = LoggerFactory.getLogger(OnetSchema.class);

    private final Database database;
    private final SchemaDdl ddl;

    OnetSchema(Database database) {
        this.database = database;
        this.ddl = new SchemaDdl(database.dialect(), database.schemaName());
    }

    /**
     * Returns the statements that create the schema from nothing, in the default schema.
     *
     * @param engine the engine to print for
     * @return a script of statements, each ended by a semicolon
     */
    public static String ddl(DatabaseEngine engine) {
        Objects.requireNonNull(engine, "engine");
        return script(new SchemaDdl(Dialect.of(engine), null));
    }

    /**
     * Returns the statements that create the schema from nothing, for this database and the schema that the host named.
     *
     * @return a script of statements, each ended by a semicolon
     */
    public String ddl() {
        return script(ddl);
    }

    /**
     * Creates missing tables, columns, indexes and views. If nothing is missing, it runs no DDL and needs no right to.
     * It never drops or changes anything but views. Of two callers at the same time, the second waits for the first.
     * On PostgreSQL a call that fails has created nothing. MySQL commits at every DDL statement, so there it may have
     * created a part, to which the next call adds the rest.
     *
     * @throws SchemaMismatchException if existing objects differ from the expected ones; it names them and leaves them
     *     unchanged
     * @throws LockTimeoutException if another caller takes longer than the lock timeout
     * @throws OnetDatabaseException if the database refuses; on MySQL also on a connection with auto-commit off, where
     *     DDL would commit the host's transaction
     */
    public void createOrUpgrade() {
        if (differences().isEmpty()) {
            return;
        }
        List<SchemaDifference> left = database.writeSchema("create or upgrade the schema", this::createMissing);
        if (!left.isEmpty()) {
            throw new SchemaMismatchException(
                    "existing objects that differ are left unchanged: alter them to the expected form, or drop the"
                            + " table and call OnetSchema.createOrUpgrade() again",
                    left);
        }
    }

    /**
     * Compares the live schema with the one that onet4j needs. It ignores the host's own tables, columns and indexes.
     *
     * @return every difference; empty if there is none
     */
    public List<SchemaDifference> differences() {
        return database.read("read the schema", this::differences);
    }

    /**
     * Verifies that the live schema is the one that onet4j needs.
     *
     * @throws SchemaMismatchException if it is not; it names every difference
     */
    public void verify() {
        List<SchemaDifference> differences = differences();
        if (!differences.isEmpty()) {
            throw new SchemaMismatchException(
                    "call OnetSchema.createOrUpgrade(), or run the output of OnetSchema.ddl()", differences);
        }
    }

    private static String script(SchemaDdl ddl) {
        return String.join(";\n\n", ddl.statements()) + ";\n";
    }

    private List<SchemaDifference> createMissing(Session session) throws SQLException {
        if (database.dialect().commitsAtDdl() && !session.committedByUs()) {
            throw new OnetDatabaseException(
                    "this database commits at every DDL statement, and the connection is in a transaction of the host"
                            + " (auto-commit is off): call OnetSchema.createOrUpgrade() on a connection with"
                            + " auto-commit on, set Onet.create(…).transactionMode(TransactionMode.ALWAYS), or run the"
                            + " output of OnetSchema.ddl()",
                    null);
        }
        for (String statement : missing(LiveSchema.read(database, session.connection()))) {
            create(statement, session);
        }
        if (!session.dsl().fetchExists(ONET_ACTIVE_RELEASE)) {
            Dialect.execute(session.connection(), ddl.insertActiveRow());
        }
        if (!session.committedByUs()) {
            LOG.warn("the schema is created in a transaction of the host, which has yet to commit it");
        }
        return differences(session);
    }

    private void create(String statement, Session session) {
        LOG.debug("{}", statement);
        try {
            Dialect.execute(session.connection(), statement);
        } catch (SQLException e) {
            throw new OnetDatabaseException(
                    "could not create or upgrade the schema: " + e.getMessage()
                            + database.dialect().failure(e).fix(),
                    e);
        }
    }

    private List<String> missing(LiveSchema live) {
        List<String> statements = new ArrayList<>();
        for (Table<?> table : SchemaDdl.tables()) {
            Map<String, String> columns = live.columns(table.getName());
            if (columns == null) {
                statements.addAll(ddl.create(table));
            } else {
                missingColumns(table, columns).forEach(statements::addAll);
                missingIndexes(table, live).forEach(statements::add);
            }
        }
        for (Table<?> view : SchemaDdl.views()) {
            if (viewDifference(view, live.columns(view.getName())) != null) {
                statements.add(ddl.dropView(view));
                statements.add(ddl.createView(view));
            }
        }
        return statements;
    }

    private Stream<List<String>> missingColumns(Table<?> table, Map<String, String> live) {
        return table.fieldStream()
                .filter(field -> !live.containsKey(field.getName()))
                .map(field -> database.dialect().addColumn(database.schemaName(), table, field));
    }

    private Stream<String> missingIndexes(Table<?> table, LiveSchema live) {
        return table.getIndexes().stream()
                .filter(index -> !live.hasIndex(table.getName(), columns(index)))
                .map(index -> database.dialect().createIndex(database.schemaName(), index));
    }

    private List<SchemaDifference> differences(Session session) throws SQLException {
        LiveSchema live = LiveSchema.read(database, session.connection());
        List<SchemaDifference> differences = differences(live);
        if (live.columns(ONET_ACTIVE_RELEASE.getName()) != null
                && !session.dsl().fetchExists(ONET_ACTIVE_RELEASE)) {
            differences.add(new SchemaDifference(ONET_ACTIVE_RELEASE.getName(), "rows", "one", null));
        }
        return differences;
    }

    private List<SchemaDifference> differences(LiveSchema live) {
        List<SchemaDifference> differences = new ArrayList<>();
        for (Table<?> table : SchemaDdl.tables()) {
            Map<String, String> columns = live.columns(table.getName());
            if (columns == null) {
                differences.add(new SchemaDifference(table.getName(), null, "a table", null));
            } else {
                columnDifferences(table, columns).forEach(differences::add);
                keyDifferences(table, live).forEach(differences::add);
            }
        }
        for (Table<?> view : SchemaDdl.views()) {
            SchemaDifference difference = viewDifference(view, live.columns(view.getName()));
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private Stream<SchemaDifference> columnDifferences(Table<?> table, Map<String, String> live) {
        return table.fieldStream()
                .map(field -> new SchemaDifference(
                        table.getName(), "column " + field.getName(), expectedType(field), live.get(field.getName())))
                .filter(column -> !column.expected().equals(column.found()));
    }

    private Stream<SchemaDifference> keyDifferences(Table<?> table, LiveSchema live) {
        List<String> primaryKey = names(Objects.requireNonNull(table.getPrimaryKey()).getFields().stream());
        Stream<SchemaDifference> key = live.hasIndex(table.getName(), primaryKey)
                ? Stream.empty()
                : Stream.of(new SchemaDifference(table.getName(), "primary key", primaryKey.toString(), null));
        Stream<SchemaDifference> indexes = table.getIndexes().stream()
                .filter(index -> !live.hasIndex(table.getName(), columns(index)))
                .map(index -> new SchemaDifference(
                        table.getName(),
                        "index " + index.getName(),
                        columns(index).toString(),
                        null));
        return Stream.concat(key, indexes);
    }

    private static @Nullable SchemaDifference viewDifference(Table<?> view, @Nullable Map<String, String> live) {
        List<String> expected = names(view.fieldStream());
        List<String> found = live == null ? null : List.copyOf(live.keySet());
        return expected.equals(found)
                ? null
                : new SchemaDifference(
                        view.getName(), null, "a view of " + expected, found == null ? null : found.toString());
    }

    private String expectedType(Field<?> field) {
        return database.dialect().type(field.getDataType())
                + (field.getDataType().nullable() ? "" : " not null");
    }

    private static List<String> columns(Index index) {
        return index.getFields().stream().map(SortField::getName).toList();
    }

    private static List<String> names(Stream<? extends Field<?>> fields) {
        return fields.map(Field::getName).toList();
    }
}
