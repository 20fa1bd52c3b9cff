package io.github.onet4j.internal;

import java.io.Serial;
import java.util.Locale;

/** The body of an answer exceeds the limit of its client, which turns this into an exception of its own. */
public final class AnswerTooLargeException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MIB = 1 << 20;

    AnswerTooLargeException(String service, int maxBytes) {
        super(String.format(
                Locale.ROOT,
                "the answer of %s is larger than the limit of %d MiB; check the baseAddress",
                service,
                maxBytes / MIB));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
