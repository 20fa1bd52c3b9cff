package io.github.onet4j.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a listener of the host. An exception that it throws goes to the log and no further. */
public final class ListenerCall {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerCall.class);

    private ListenerCall() {}

    /** Makes a call that reports an event, for example {@code load}. */
    public static void report(String event, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("the listener of the {} failed", event, e);
        }
    }
}
