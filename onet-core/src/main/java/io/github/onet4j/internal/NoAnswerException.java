package io.github.onet4j.internal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** No answer came, or not all of it, or not in time. Each client makes an exception of its own of it. */
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
