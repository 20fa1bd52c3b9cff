package io.github.onet4j.jooq.internal.database;

import java.io.Serial;

/** Carries an exception of the host's own code through work on the database, so that it is not taken for a driver's. */
public final class CallbackException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RuntimeException ofTheHost;

    private CallbackException(RuntimeException ofTheHost) {
        super(ofTheHost);
        this.ofTheHost = ofTheHost;
    }

    /** Calls code of the host. */
    public static void guard(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            throw new CallbackException(e);
        }
    }

    RuntimeException ofTheHost() {
        return ofTheHost;
    }
}
