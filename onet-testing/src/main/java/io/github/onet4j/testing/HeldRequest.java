package io.github.onet4j.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request, or several, that a stub holds until it is let go here, by {@link WebServicesStub#letGo()} or by the end of
 * the stub. Safe for use by several threads.
 */
public final class HeldRequest {
    private static final int SECONDS_TO_ARRIVE = 30;

    private final String text;
    private final CountDownLatch arrivals;
    private final CountDownLatch letGo = new CountDownLatch(1);

    HeldRequest(String text, int requests) {
        this.text = text;
        this.arrivals = new CountDownLatch(requests);
    }

    /**
     * Waits until the request is held; if {@link WebServicesFault#times} asked for several, until all are; if
     * {@link WebServicesFault#always} did, until the first is.
     *
     * @throws AssertionError if that takes 30 seconds
     */
    public void awaitArrival() {
        try {
            if (!arrivals.await(SECONDS_TO_ARRIVE, TimeUnit.SECONDS)) {
                throw new AssertionError("after " + SECONDS_TO_ARRIVE + " seconds " + arrivals.getCount()
                        + " more requests with \"" + text + "\" were to arrive");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a request with \"" + text + '"', e);
        }
    }

    /** Lets the request go, and those that would still be held. */
    public void letGo() {
        letGo.countDown();
    }

    void hold() {
        arrivals.countDown();
        try {
            letGo.await();
        } catch (InterruptedException e) {
            // The stub is closing, and so is the connection.
            Thread.currentThread().interrupt();
        }
    }
}
