package io.github.onet4j.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a listener of the host. An exception that it throws goes to the log and no further. */
public final class ListenerCall {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerCall.class);

    private ListenerCall() {}

    /** Makes a call that reports an event, for example {@code load}. */
    public static void report(String event, Runnable call) {
        ask(
                event,
                () -> {
                    call.run();
                    return event;
                },
                event);
    }

    /** Makes a call that returns something; returns something else if it fails. */
    public static <T> T ask(String event, Supplier<? extends T> call, T otherwise) {
        try {
            return Objects.requireNonNull(call.get(), "the listener returned null");
        } catch (RuntimeException e) {
            LOG.warn("the listener of the {} failed", event, e);
            return otherwise;
        }
    }
}
