package io.github.onet4j.jooq.internal.database;

import static io.github.onet4j.jooq.schema.Tables.ONET_REJECTED_ROW;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the host's database, and writes to it without ending a transaction of the host. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final String ALL_OR_NONE = "All of them are stored, or none: look which, after a load for example"
            + " with onet.releases(), and call again if they are missing";
    private static final String DDL_IS_STORED = "What was created is stored, for this database commits at every DDL"
            + " statement: call again, which adds what is missing";

    private final DSLContext dsl;
    private final Dialect dialect;
    private final @Nullable String schemaName;
    private final TransactionMode commit;
    private final Duration lockTimeout;
    private final AtomicBoolean obstacleTold = new AtomicBoolean();

    private Database(
            DSLContext dsl,
            Dialect dialect,
            @Nullable String schemaName,
            TransactionMode commit,
            Duration lockTimeout) {
        this.dsl = dsl;
        this.dialect = dialect;
        this.schemaName = schemaName;
        this.commit = commit;
        this.lockTimeout = lockTimeout;
    }

    /** Recognizes the database, and maps the generated tables to the schema that the host names. */
    public static Database recognize(
            Configuration host, @Nullable String schemaName, TransactionMode commit, Duration lockTimeout) {
        Dialect dialect =
                onConnection("recognize the database", host.connectionProvider(), e -> Failure.OTHER, Dialect::of);
        Configuration mapped = host.derive(dialect.sqlDialect()).derive(settings(host.settings(), schemaName));
        return new Database(DSL.using(mapped), dialect, schemaName, commit, lockTimeout);
    }

    public DSLContext dsl() {
        return dsl;
    }

    public Dialect dialect() {
        return dialect;
    }

    public @Nullable String schemaName() {
        return schemaName;
    }

    public Duration lockTimeout() {
        return lockTimeout;
    }

    /** Returns a table's name for SQL, in the schema that the host names. */
    public String qualified(Table<?> table) {
        return dialect.qualified(schemaName, table.getName());
    }

    /** Reads in the current transaction of the connection, if any. */
    public <T> T read(String purpose, SqlWork<Session, T> work) {
        return onConnection(purpose, connection -> work.on(session(connection, false)));
    }

    /**
     * Writes in one transaction: our own, or the host's, to which a failure adds nothing. What fails after our commit,
     * such as giving the connection back, is logged, for the work is done.
     */
    public <T> T write(String purpose, SqlWork<Session, T> work) {
        Change change = new Change(purpose, ALL_OR_NONE);
        return onConnection(purpose, connection -> inTransaction(change, connection, work));
    }

    /** What a transaction is for, and what to tell of its changes if its commit fails. */
    private record Change(String purpose, String afterFailedCommit) {}

    private <T> T inTransaction(Change change, Connection connection, SqlWork<Session, T> work) throws SQLException {
        // MySQL's driver would say so only at the first change, and without a state to know it by.
        if (connection.isReadOnly()) {
            throw new SQLException("the connection is read-only", Dialect.READ_ONLY);
        }
        if (connection.getAutoCommit()) {
            return inOwnTransaction(change, connection, work);
        }
        return commit == TransactionMode.ALWAYS
                ? thenCommit(change, connection, false, work)
                : inHostTransaction(connection, work);
    }

    /** Writes DDL under the lock of the schema, for which it waits at most {@code lockTimeout}. */
    public <T> T writeSchema(String purpose, SqlWork<Session, T> work) {
        Change change = new Change(purpose, dialect.commitsAtDdl() ? DDL_IS_STORED : ALL_OR_NONE);
        return onConnection(
                purpose,
                connection -> dialect.commitsAtDdl()
                        // A transaction would lose its lock at the first DDL; the connection's lasts until our commit.
                        ? lockingSchema(connection, () -> inTransaction(change, connection, work))
                        : inTransaction(
                                change, connection, session -> lockingSchema(connection, () -> work.on(session))));
    }

    private <T> T lockingSchema(Connection connection, Locked<T> work) throws SQLException {
        String schema = schema(connection);
        try {
            if (!dialect.lockSchema(connection, schema, lockTimeout)) {
                throw new LockTimeoutException("creating the schema", lockTimeout, null);
            }
            return work.run();
        } finally {
            // Also if locking failed, for the engine may have done it all the same.
            restore(connection, () -> dialect.unlockSchema(connection, schema));
        }
    }

    private interface Locked<T> {
        T run() throws SQLException;
    }

    /** Returns the name of the schema that the host names, or else of the connection's. */
    String schema(Connection connection) throws SQLException {
        return schemaName != null ? schemaName : Dialect.queryText(connection, "select " + dialect.currentSchema());
    }

    /** Returns the fastest technique to write rows that a connection allows. Logs once why it is not a faster one. */
    public BulkPath bulkPath(Session session) throws SQLException {
        BulkPath path = dialect.bulkPath(session.connection(), qualified(ONET_REJECTED_ROW));
        path.obstacle()
                .filter(obstacle -> !obstacleTold.getAndSet(true))
                .ifPresent(obstacle -> LOG.info("rows are written by INSERTS, which take longer: {}", obstacle));
        return path;
    }

    /** Writes under the lock of releases, for which it waits at most {@code lockTimeout}. */
    public <T> T writeReleases(String purpose, String lockedFor, SqlWork<Session, T> work) {
        return write(purpose, session -> {
            lockReleases(session, lockedFor);
            return work.on(session);
        });
    }

    /** Returns whether changes made now are part of a transaction of the host. */
    public boolean isInHostTransaction() {
        return commit != TransactionMode.ALWAYS
                && onConnection("look for a transaction", connection -> !connection.getAutoCommit());
    }

    private <T> T inOwnTransaction(Change change, Connection connection, SqlWork<Session, T> work) throws SQLException {
        connection.setAutoCommit(false);
        return thenCommit(change, connection, true, session -> {
            // After waiting for the lock, we must see what its holder has committed.
            Dialect.execute(connection, "set transaction isolation level read committed");
            return work.on(session);
        });
    }

    private <T> T thenCommit(Change change, Connection connection, boolean autoCommit, SqlWork<Session, T> work)
            throws SQLException {
        T result;
        try {
            result = work.on(session(connection, true));
            commit(change, connection);
        } catch (Throwable e) {
            // After an Error too: whoever gets the connection next would commit the half that was done.
            undo(connection, e, () -> {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            });
            throw e;
        }
        restore(connection, () -> connection.setAutoCommit(autoCommit));
        return result;
    }

    private void commit(Change change, Connection connection) {
        try {
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            throw OnetDatabaseException.ofCommit(
                    "could not " + change.purpose()
                            + ": it is unknown whether the changes were committed, for the commit failed: "
                            + told(e, dialect::failure) + ". " + change.afterFailedCommit(),
                    e);
        }
    }

    /** Gives a connection the state back in which it came, or aborts it: nobody must get it as it is. */
    private static void restore(Connection connection, Undoing undoing) {
        boolean restored = false;
        try {
            undoing.run();
            restored = true;
        } catch (SQLException | RuntimeException e) {
            warn(e);
        } finally {
            if (!restored) {
                abort(connection);
            }
        }
    }

    private <T> T inHostTransaction(Connection connection, SqlWork<Session, T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T result = work.on(session(connection, false));
            connection.releaseSavepoint(before);
            return result;
        } catch (Throwable e) {
            // After an Error too: the host may go on, and commit.
            undo(connection, e, () -> rollBack(connection, before));
            throw e;
        }
    }

    private void rollBack(Connection connection, Savepoint before) throws SQLException {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            // The engine has rolled back all of the host's transaction, as MySQL does after a deadlock.
            if (!dialect.isSavepointGone(e)) {
                throw e;
            }
        }
    }

    /** Undoes what has failed, or aborts the connection. What fails meanwhile does not hide why it has to be undone. */
    private static void undo(Connection connection, Throwable failure, Undoing undoing) {
        try {
            undoing.run();
        } catch (Throwable e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            abort(connection);
        }
    }

    private interface Undoing {
        void run() throws SQLException;
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("a connection that cannot be given back in order cannot be closed either: {}", e.getMessage(), e);
        }
        // A pool may not watch for that, but discards a connection at which a call fails for being closed.
        try (Statement none = connection.createStatement()) {
            LOG.debug("{} has survived its abort", none);
        } catch (SQLException | RuntimeException closed) {
            LOG.debug("a connection is closed: {}", closed.getMessage());
        }
    }

    private Session session(Connection connection, boolean committedByUs) {
        return new Session(connection, dsl.configuration(), committedByUs);
    }

    /** Locks the row that every change of releases locks, until the end of the transaction. */
    public void lockReleases(Session session, String purpose) throws SQLException {
        String lock = dialect.lockingRead(
                "select slot from " + dialect.qualified(schemaName, "onet_active_release") + " where slot = 1");
        if (!lockRow(session, lock, purpose)) {
            throw new OnetDatabaseException(
                    "the row of onet_active_release is missing, which every change of releases locks: call"
                            + " onet.schema().createOrUpgrade()",
                    null);
        }
    }

    /**
     * Locks the row that a statement selects or inserts, until the end of the transaction. Returns whether it selects
     * one.
     */
    public boolean lockRow(Session session, String selectOrInsert, String purpose) throws SQLException {
        try {
            return lockRow(session.connection(), selectOrInsert);
        } catch (SQLException e) {
            if (dialect.isLockTimeout(e)) {
                throw new LockTimeoutException(purpose, lockTimeout, e);
            }
            throw e;
        }
    }

    private boolean lockRow(Connection connection, String selectOrInsert) throws SQLException {
        String usual = dialect.lockWait(connection);
        try {
            dialect.limitLockWait(connection, dialect.lockWait(lockTimeout));
            boolean selected = Dialect.selects(connection, selectOrInsert);
            dialect.limitLockWait(connection, usual);
            return selected;
        } catch (Throwable e) {
            // After an Error too: whoever gets the connection next must not wait as long, or as short, as we do.
            undo(connection, e, () -> dialect.forgetLockWait(connection, usual));
            throw e;
        }
    }

    /** Returns the host's settings without those that would change the meaning of our queries. */
    private static Settings settings(Settings host, @Nullable String schemaName) {
        Settings settings = SettingsTools.clone(host)
                .withInListPadding(false)
                .withMaxRows(0)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withStatementType(StatementType.PREPARED_STATEMENT);
        if (schemaName == null) {
            return settings.withRenderSchema(false);
        }
        return settings.withRenderMapping(new RenderMapping()
                .withSchemata(new MappedSchema().withInput("").withOutput(schemaName)));
    }

    private <T> T onConnection(String purpose, SqlWork<Connection, T> work) {
        return onConnection(purpose, dsl.configuration().connectionProvider(), dialect::failure, work);
    }

    /** Translates what the driver, the pool or jOOQ throws. Our own exceptions and the host's are passed on. */
    private static <T> T onConnection(
            String purpose,
            ConnectionProvider provider,
            Function<SQLException, Failure> failure,
            SqlWork<Connection, T> work) {
        try {
            return onConnection(provider, work);
        } catch (CallbackException e) {
            throw e.ofTheHost();
        } catch (SQLException | RuntimeException e) {
            Throwable told = e instanceof DataAccessException && e.getCause() != null ? e.getCause() : e;
            if (told instanceof RuntimeException ours && isOurs(ours)) {
                throw ours;
            }
            throw new OnetDatabaseException("could not " + purpose + ": " + told(told, failure), told);
        }
    }

    /**
     * Returns whether onet4j threw an exception: to tell of a mistake in the call, which some questions find only while
     * they are answered, or because of a bug. Drivers and pools throw all types, so only the stack trace tells whose an
     * exception is. Without one, as the JVM may throw it from hot code, it counts as the driver's.
     */
    private static boolean isOurs(RuntimeException e) {
        return e instanceof OnetException
                || (!(e instanceof DataAccessException)
                        && refused(e) == null
                        && Stream.of(e.getStackTrace())
                                .filter(frame -> !isOfTheJdk(frame))
                                .findFirst()
                                .filter(frame -> frame.getClassName().startsWith("io.github.onet4j."))
                                .isPresent());
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    private static <T> T onConnection(ConnectionProvider provider, SqlWork<Connection, T> work) throws SQLException {
        Connection connection = Objects.requireNonNull(provider.acquire(), "the DSLContext has no connection");
        try {
            return work.on(connection);
        } finally {
            release(connection, provider);
        }
    }

    private static void release(Connection connection, ConnectionProvider provider) {
        try {
            provider.release(connection);
        } catch (RuntimeException e) {
            warn(e);
        }
    }

    private static void warn(Exception e) {
        LOG.warn("a connection could not be given back in order: {}", e.getMessage(), e);
    }

    private static String told(Throwable e, Function<SQLException, Failure> failure) {
        SQLException refused = refused(e);
        return refused == null
                ? e.toString()
                : refused.getMessage() + failure.apply(refused).fix();
    }

    private static @Nullable SQLException refused(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException refused) {
                return refused;
            }
        }
        return null;
    }
}
