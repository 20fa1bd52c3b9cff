package io.github.onet4j.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets requests begin one after the other, with an interval between them, whichever threads they come from. */
final class Pace {
    private final long intervalNanos;
    private long next = System.nanoTime();

    Pace(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** Waits for this caller's turn. */
    void awaitTurn() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(takeTurn());
    }

    /** Lets no request begin before a time has passed. */
    synchronized void pause(Duration time) {
        next = later(next, System.nanoTime() + time.toNanos());
    }

    private synchronized long takeTurn() {
        long now = System.nanoTime();
        long turn = later(next, now);
        next = turn + intervalNanos;
        return turn - now;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
