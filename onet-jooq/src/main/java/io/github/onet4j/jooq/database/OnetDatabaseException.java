package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database refused or failed. The cause is what its driver said. */
public final class OnetDatabaseException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    /**
     * Creates the exception.
     *
     * @param message what onet4j was doing and what to do about it
     * @param cause what the driver said, or null
     */
    public OnetDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState(cause);
    }

    /**
     * Returns the SQL state that the database gave.
     *
     * @return the state, or nothing where there is none
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
