package io.github.onet4j.internal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A service sent no answer, an incomplete one, or one that was too late. Each client turns it into an exception of its
 * own.
 */
public final class NoAnswerException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
