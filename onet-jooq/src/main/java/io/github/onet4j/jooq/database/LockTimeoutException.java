package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody else kept the lock for longer than the lock timeout. Nothing was changed. */
public final class LockTimeoutException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /**
     * Creates the exception.
     *
     * @param work what the lock is for
     * @param timeout how long was waited
     * @param cause what the driver said, or null
     */
    public LockTimeoutException(String work, Duration timeout, @Nullable Throwable cause) {
        super(
                "another connection has been busy with " + work + " for " + timeout.toSeconds()
                        + " s; try again later, or wait longer with Onet.create(…).lockTimeout(…)",
                cause);
        this.timeout = timeout;
    }

    /**
     * Returns how long was waited.
     *
     * @return the lock timeout
     */
    public Duration timeout() {
        return timeout;
    }
}
