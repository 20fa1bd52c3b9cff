package io.github.onet4j.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets requests begin one after the other, with an interval between them, whichever threads they come from. */
public final class Pace {
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private long next;

    public Pace(Duration interval) {
        this(interval, System::nanoTime);
    }

    /** For a clock such as {@link System#nanoTime}, of which differences have a meaning only. */
    Pace(Duration interval, LongSupplier nanoTime) {
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Waits for this caller's turn. */
    public void awaitTurn() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(takeTurn());
    }

    /** Lets no request begin before a time has passed. */
    synchronized void pause(Duration time) {
        next = later(next, nanoTime.getAsLong() + time.toNanos());
    }

    /** Returns how many nanoseconds this caller has to wait. */
    synchronized long takeTurn() {
        long now = nanoTime.getAsLong();
        long turn = later(next, now);
        next = turn + intervalNanos;
        return turn - now;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
