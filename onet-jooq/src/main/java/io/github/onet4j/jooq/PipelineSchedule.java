package io.github.onet4j.jooq;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs of an {@link OnetPipeline} that repeat until {@link #close}. After a failure the time to the next run doubles, up to
 * eight intervals; after a success it is one interval again. Safe for many threads.
 */
public final class PipelineSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineSchedule.class);
    private static final int MOST_INTERVALS = 8;

    private final ScheduledThreadPoolExecutor executor;
    private final Duration interval;
    private final Runnable work;
    private int intervals = 1;
    private volatile @Nullable Thread running;

    PipelineSchedule(ScheduledThreadPoolExecutor executor, Duration interval, Runnable work) {
        this.executor = executor;
        this.interval = interval;
        this.work = work;
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** One daemon thread. */
    static ScheduledThreadPoolExecutor thread() {
        return new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "onet4j-pipeline");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        executor.execute(this::run);
    }

    private void run() {
        running = Thread.currentThread();
        try {
            work.run();
            intervals = 1;
        } catch (RuntimeException e) {
            intervals = Math.min(intervals * 2, MOST_INTERVALS);
            LOG.warn("a scheduled run failed; the next is in {}", untilNext(), e);
        } finally {
            running = null;
        }
        Future<?> unused = executor.schedule(this::run, untilNext().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration untilNext() {
        return interval.multipliedBy(intervals);
    }

    /**
     * Stops. A run under way ends with the request or the transaction that it is at, and is waited for, unless it is the run's own
     * thread that closes; what is left is for the next schedule. An interrupt ends the waiting. Closing twice does nothing more.
     */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() == running) {
            return;
        }
        try {
            while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("still waiting for a scheduled run to come to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
