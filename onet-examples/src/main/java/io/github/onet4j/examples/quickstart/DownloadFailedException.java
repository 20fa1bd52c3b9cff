package io.github.onet4j.examples.quickstart;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The archive could not be had from its address; the message says why in a few words. */
final class DownloadFailedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    DownloadFailedException(String message) {
        super(message);
    }

    DownloadFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
