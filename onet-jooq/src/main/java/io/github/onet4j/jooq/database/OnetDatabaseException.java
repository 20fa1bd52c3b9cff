package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database refused a statement or failed. The cause is the driver's exception. */
public final class OnetDatabaseException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    /**
     * Creates the exception.
     *
     * @param message the failed work and the fix
     * @param cause the driver's exception, or null
     */
    public OnetDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState(cause);
    }

    /**
     * Returns the SQL state of the failure.
     *
     * @return the state, or empty if the driver gave none
     */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
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
