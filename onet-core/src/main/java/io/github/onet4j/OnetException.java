package io.github.onet4j;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The root of every exception that onet4j throws on purpose. Unchecked; each subclass carries what went wrong as
 * fields, not only as text. Programming errors (a null where none is allowed, a negative limit) stay the JDK's own
 * exceptions.
 */
public abstract class OnetException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what went wrong and what to do about it
     */
    protected OnetException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what went wrong and what to do about it
     * @param cause what it was caused by, or null
     */
    protected OnetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns what went wrong and what to do about it.
     *
     * @return the message, never null
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
