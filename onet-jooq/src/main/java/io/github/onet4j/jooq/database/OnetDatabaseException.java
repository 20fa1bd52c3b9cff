package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database refused a statement or failed. The cause is the driver's exception. */
public final class OnetDatabaseException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param message the failed work and the fix
     * @param cause the driver's exception, or null
     */
    public OnetDatabaseException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private OnetDatabaseException(String message, @Nullable Throwable cause, boolean outcomeUnknown) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.sqlState = sqlState(cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Creates the exception of a failed commit.
     *
     * @param message the failed work and the fix
     * @param cause the driver's exception
     * @return the exception
     */
    public static OnetDatabaseException ofCommit(String message, Throwable cause) {
        Objects.requireNonNull(cause, "cause");
        return new OnetDatabaseException(message, cause, true);
    }

    /**
     * Returns the SQL state of the failure.
     *
     * @return the state, or empty if the driver gave none
     */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }

    /**
     * Returns whether the failure was that of the commit: the changes may be stored, all of them, or none. After any
     * other failure nothing is stored of the transaction that failed. MySQL commits at every DDL statement, so what
     * {@link io.github.onet4j.jooq.OnetSchema#createOrUpgrade} has created there stays after either failure; the next
     * call adds the rest.
     *
     * @return true if the outcome is unknown
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    private static @Nullable String sqlState(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
