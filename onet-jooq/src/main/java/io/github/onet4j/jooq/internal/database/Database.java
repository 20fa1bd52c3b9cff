package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Configuration;
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

    private final DSLContext dsl;
    private final Dialect dialect;
    private final @Nullable String schemaName;
    private final TransactionMode commit;
    private final Duration lockTimeout;

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
        Dialect dialect = translating(
                "recognize the database",
                e -> Failure.OTHER,
                () -> DSL.using(host).connectionResult(Dialect::of));
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
        return translating(purpose, () -> dsl.connectionResult(connection -> work.on(session(connection, false))));
    }

    /**
     * Writes in one transaction: our own, or the host's, to which a failure adds nothing. What fails after our commit,
     * such as giving the connection back, is logged, for the work is done.
     */
    public <T> T write(String purpose, SqlWork<Session, T> work) {
        AtomicReference<@Nullable Committed<T>> committed = new AtomicReference<>();
        try {
            return write(purpose, work, committed);
        } catch (RuntimeException e) {
            Committed<T> done = committed.get();
            if (done == null) {
                throw e;
            }
            LOG.warn("done and committed, but the connection could not be given back in order: {}", e.getMessage(), e);
            return done.result();
        }
    }

    /** What was done in a transaction of ours. */
    private record Committed<T>(T result) {}

    private <T> T write(String purpose, SqlWork<Session, T> work, AtomicReference<@Nullable Committed<T>> committed) {
        return translating(
                purpose,
                () -> dsl.connectionResult(connection -> {
                    // MySQL's driver would say so only at the first change, and without a state to know it by.
                    if (connection.isReadOnly()) {
                        throw new SQLException("the connection is read-only", Dialect.READ_ONLY);
                    }
                    if (connection.getAutoCommit()) {
                        return inOwnTransaction(connection, work, committed);
                    }
                    return commit == TransactionMode.ALWAYS
                            ? thenCommit(connection, work, committed)
                            : inHostTransaction(connection, work);
                }));
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
                && translating(
                        "look for a transaction",
                        () -> dsl.connectionResult(connection -> !connection.getAutoCommit()));
    }

    private <T> T inOwnTransaction(
            Connection connection, SqlWork<Session, T> work, AtomicReference<@Nullable Committed<T>> committed)
            throws SQLException {
        int isolation = connection.getTransactionIsolation();
        // After waiting for the lock, we must see what its holder has committed.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        T result;
        try {
            result = thenCommit(connection, work, committed);
        } catch (SQLException | RuntimeException e) {
            try {
                endOwnTransactions(connection, isolation);
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
        endOwnTransactions(connection, isolation);
        return result;
    }

    private static void endOwnTransactions(Connection connection, int isolation) throws SQLException {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(isolation);
    }

    private <T> T thenCommit(
            Connection connection, SqlWork<Session, T> work, AtomicReference<@Nullable Committed<T>> committed)
            throws SQLException {
        boolean done = false;
        try {
            T result = work.on(session(connection, true));
            connection.commit();
            done = true;
            committed.set(new Committed<>(result));
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private <T> T inHostTransaction(Connection connection, SqlWork<Session, T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean done = false;
        try {
            T result = work.on(session(connection, false));
            connection.releaseSavepoint(before);
            done = true;
            return result;
        } finally {
            if (!done && !connection.isClosed()) {
                connection.rollback(before);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction; what broke it is on its way to the caller.
            LOG.debug("rollback on a broken connection", e);
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
            return dialect.lockRow(session.connection(), selectOrInsert, lockTimeout);
        } catch (SQLException e) {
            if (dialect.isLockTimeout(e)) {
                throw new LockTimeoutException(purpose, lockTimeout, e);
            }
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

    private <T> T translating(String purpose, Supplier<T> work) {
        return translating(purpose, dialect::failure, work);
    }

    /** Passes our own exceptions on and translates those of JDBC and jOOQ. */
    private static <T> T translating(String purpose, Function<SQLException, Failure> failure, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            Throwable cause = e.getCause();
            if (cause instanceof OnetException ours) {
                throw ours;
            }
            Throwable told = cause == null ? e : cause;
            SQLException refused = e.getCause(SQLException.class);
            String fix = refused == null ? "" : failure.apply(refused).fix();
            throw new OnetDatabaseException("could not " + purpose + ": " + told.getMessage() + fix, told);
        }
    }
}
