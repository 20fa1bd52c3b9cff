package io.github.onet4j.internal;

import java.io.Serial;

/**
 * A JSON document is malformed, or has another structure than expected. Each client turns it into an exception of its
 * own.
 */
public final class JsonException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
