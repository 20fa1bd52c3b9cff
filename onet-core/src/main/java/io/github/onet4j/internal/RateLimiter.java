package io.github.onet4j.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spaces out the starts of requests, whichever threads send them. Thread-safe. */
public final class RateLimiter {
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private long next;

    /** Creates a limiter with a minimum interval between two starts; zero for none. */
    public RateLimiter(Duration interval) {
        this(interval, System::nanoTime);
    }

    /** Takes a clock such as {@link System#nanoTime}, of which only differences mean anything. */
    RateLimiter(Duration interval, LongSupplier nanoTime) {
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Waits until this caller may start. */
    public void acquire() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reserve());
    }

    /** Delays every start that is not reserved yet until a time has passed. */
    synchronized void pause(Duration time) {
        next = later(next, nanoTime.getAsLong() + time.toNanos());
    }

    /** Reserves the next start and returns the nanoseconds until then. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long start = later(next, now);
        next = start + intervalNanos;
        return start - now;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
