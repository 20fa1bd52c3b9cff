package io.github.onet4j.examples.quickstart;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The quickstart, or what starts like it, can't go on; the message tells the user why, and what to do. */
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
