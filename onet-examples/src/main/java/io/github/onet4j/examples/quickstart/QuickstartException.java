package io.github.onet4j.examples.quickstart;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The program can't continue; the message tells the user why and what to do. */
public final class QuickstartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    QuickstartException(String message) {
        super(message);
    }

    QuickstartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
