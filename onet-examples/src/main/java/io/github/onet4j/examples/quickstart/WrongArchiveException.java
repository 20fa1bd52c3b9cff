package io.github.onet4j.examples.quickstart;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server sent a file that is not the expected archive. */
final class WrongArchiveException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
