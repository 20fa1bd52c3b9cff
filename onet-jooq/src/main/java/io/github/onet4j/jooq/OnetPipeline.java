package io.github.onet4j.jooq;

import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.internal.web.Pipeline;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Copies data from O*NET Web Services into the tables of the active release, in two steps: pages are stored as the
 * service sent them, in {@code onet_web_fetch} and {@code onet_web_response}; then their rows are imported (normalized)
 * into {@code onet_occupation} and {@code onet_rating}.
 *
 * <p>An import adds rows that the release lacks and replaces rows of an earlier fetch. It never overwrites a row that
 * came with the release. Unusable rows go to {@code onet_rejected_row} with the reason. Readers see a fetch whole or
 * not at all. Any run can be repeated: stored rows stay, and answered questions are not asked again.
 *
 * <p>Each page is stored in its own transaction, and no connection is held while the service is asked. A fetch is
 * complete, and may be imported, once the service has confirmed that its O*NET version is still the one from before.
 * Fetches are imported a few at a time, under the lock that loads and activations take. A run that breaks off loses one
 * page at most, and the next run continues behind it. Inside a transaction of the host
 * ({@link TransactionMode#WHEN_AUTO_COMMIT}) all of this is part of that transaction: others see nothing until the host
 * commits, a rollback undoes everything, and its locks and its connection are held while the service is asked. Keep
 * long runs out of transactions.
 *
 * <p>Each run ends with one line in the log and a call of {@link OnetListener#fetchEnded}, unless
 * {@link Extraction#progress} throws an exception. Immutable and thread-safe. Of two runs at once, on one
 * node or two, both may ask for the same pages, which are stored once. Every run may throw
 * {@link OnetDatabaseException}, {@link LockTimeoutException} and {@link ReleaseNotLoadedException}.
 */
public final class OnetPipeline {
    private final Pipeline pipeline;

    OnetPipeline(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Imports all complete fetches that were not imported yet, oldest first. Does not ask the service.
     *
     * @return the report
     */
    public PipelineRun normalize() {
        return pipeline.normalize();
    }

    /**
     * Fetches occupations and ratings, and imports them with all other complete fetches. A question is not asked again
     * if the current version of the service has answered it for the active release; one that broke off continues behind
     * its stored pages. If the service moves to another version meanwhile, its unconfirmed pages are dropped and
     * requested again. If it fails, complete fetches are imported before the exception is thrown.
     *
     * @param extraction the occupations and ratings to fetch
     * @return the report
     * @throws MixedReleaseException if the service has, or moves to, another O*NET version than the active release and
     *     {@link FetchOptions#mixedReleases} does not allow it
     * @throws io.github.onet4j.web.WebServicesException if the service fails or lacks a table that the extraction names
     */
    public PipelineRun extract(Extraction extraction) {
        Objects.requireNonNull(extraction, "extraction");
        return pipeline.extract(extraction);
    }

    /**
     * Repeats every question whose newest complete answer is too old, and imports as {@link #extract} does. Does not
     * ask the service if no answer is too old.
     *
     * @param olderThan the maximum age of an answer; zero to repeat all questions
     * @return the report
     * @throws MixedReleaseException as {@link #extract}
     * @throws io.github.onet4j.web.WebServicesException as {@link #extract}
     * @throws IllegalArgumentException if the age is negative
     */
    public PipelineRun refresh(Duration olderThan) {
        Objects.requireNonNull(olderThan, "olderThan");
        if (olderThan.isNegative()) {
            throw new IllegalArgumentException("olderThan must not be negative, but was " + olderThan);
        }
        return pipeline.refresh(olderThan);
    }

    /**
     * Imports and refreshes now, and then repeatedly, on one daemon thread.
     *
     * @param interval the time between the end of a run and the start of the next, at least a millisecond
     * @param refreshOlderThan as {@link #refresh}
     * @return the schedule, which the host must close
     * @throws IllegalArgumentException if the interval is too short or the age negative
     */
    public PipelineSchedule schedule(Duration interval, Duration refreshOlderThan) {
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(refreshOlderThan, "refreshOlderThan");
        return schedule(interval, refreshOlderThan, PipelineSchedule.thread());
    }

    PipelineSchedule schedule(Duration interval, Duration refreshOlderThan, ScheduledThreadPoolExecutor executor) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("interval must be at least PT0.001S, but was " + interval);
        }
        if (refreshOlderThan.isNegative()) {
            throw new IllegalArgumentException("refreshOlderThan must not be negative, but was " + refreshOlderThan);
        }
        Pipeline stoppable = pipeline.stoppedBy(executor::isShutdown);
        PipelineSchedule schedule = new PipelineSchedule(executor, interval, () -> {
            stoppable.normalize();
            stoppable.refresh(refreshOlderThan);
        });
        schedule.start();
        return schedule;
    }
}
