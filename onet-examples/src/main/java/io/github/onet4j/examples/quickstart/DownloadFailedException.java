package io.github.onet4j.examples.quickstart;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The archive could not be downloaded; the message is a short reason without a full stop. */
final class DownloadFailedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    DownloadFailedException(String message) {
        this(message, null);
    }

    DownloadFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
