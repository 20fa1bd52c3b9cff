package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Another connection held the lock for longer than the lock timeout. Nothing was changed. */
public final class LockTimeoutException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /**
     * Creates the exception.
     *
     * @param work the work of the other connection, for the message
     * @param timeout the lock timeout
     * @param cause the driver's exception, or null
     */
    public LockTimeoutException(String work, Duration timeout, @Nullable Throwable cause) {
        super(
                "another connection has been busy with " + Objects.requireNonNull(work, "work") + " for "
                        + Objects.requireNonNull(timeout, "timeout").toSeconds()
                        + " s; retry later, or wait longer with Onet.create(…).lockTimeout(…)",
                cause);
        this.timeout = timeout;
    }

    /**
     * Returns the time that onet4j waited for the lock.
     *
     * @return the lock timeout
     */
    public Duration timeout() {
        return timeout;
    }
}
