package io.github.onet4j.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream that has been silent for too long: a read of an HTTP body has no timeout of its own. */
final class SilenceWatch implements AutoCloseable {
    private final InputStream stream;
    private final Duration longest;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "silence-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long heardAt = System.nanoTime();
    private volatile boolean ended;

    private SilenceWatch(InputStream stream, Duration longest) {
        this.stream = stream;
        this.longest = longest;
    }

    static SilenceWatch over(InputStream stream, Duration longest) {
        SilenceWatch watch = new SilenceWatch(stream, longest);
        long period = Math.max(1, longest.toMillis() / 10);
        var unused = watch.clock.scheduleAtFixedRate(watch::listen, period, period, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Notes that something has come. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** Whether the stream was closed for its silence. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void listen() {
        if (!ended && System.nanoTime() - heardAt > longest.toNanos()) {
            ended = true;
            try {
                stream.close();
            } catch (IOException e) {
                // The reader sees the end of the stream either way.
                clock.shutdown();
            }
        }
    }
}
