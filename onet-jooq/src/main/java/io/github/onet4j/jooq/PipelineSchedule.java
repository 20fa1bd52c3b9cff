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
 * Repeats runs of an {@link OnetPipeline} until {@link #close}. Each failure doubles the time to the next run, up to
 * eight intervals; a success resets it to one. Safe for many threads.
 */
public final class PipelineSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineSchedule.class);
    private static final int MAX_INTERVALS = 8;

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

    /** Returns an executor with one daemon thread. */
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
            intervals = Math.min(intervals * 2, MAX_INTERVALS);
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
     * Stops. A run under way ends with its current request or transaction, and this call waits for it, unless the run
     * itself closes the schedule; the next schedule continues from there. An interrupt ends the wait. A second call has
     * no effect.
     */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() == running) {
            return;
        }
        try {
            while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("still waiting for a scheduled run to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
