package io.github.onet4j.testing;

import java.io.Serial;

/** A parameter that the service answers with status 422 and this message. */
final class Unprocessable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Unprocessable(String message) {
        super(message);
    }
}
