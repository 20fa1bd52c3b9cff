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
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * From O*NET Web Services into the tables of the active release, step by step: what the service sends lands as it was sent, in
 * {@code onet_web_fetch} and {@code onet_web_response}, and is normalized from there into {@code onet_occupation} and
 * {@code onet_rating}.
 *
 * <p>Normalizing adds what the release lacks and replaces rows that an earlier fetch brought; a row that came with the release
 * itself is never overwritten. Rows that can't be used are kept in {@code onet_rejected_row} with the reason. Readers see
 * a fetch whole or not at all. To run anything again is harmless: what is there stays, and what was answered is not asked again.
 *
 * <p>Each page lands in a transaction of its own, and no connection is held while the service is asked. Fetches are normalized
 * some at a time, each time under the lock that loads and activations take. So a run that breaks off loses a page at most, and
 * the next one goes on behind it. Inside a transaction of the host's ({@link TransactionMode#WHEN_AUTO_COMMIT}) all of this is part of that
 * transaction: others see nothing before the host commits, its rollback undoes all, and its locks and its connection are held
 * while the service is asked; let long runs be outside of one.
 *
 * <p>Each run ends in one line of the log and in {@link OnetListener#fetchEnded}, whatever ends it but an exception of
 * {@link Extraction#progress}. Immutable and safe for many threads; two runs at once, of one node or two, may ask the service for
 * the same twice but store it once. Every run may throw {@link OnetDatabaseException}, {@link LockTimeoutException} and
 * {@link ReleaseNotLoadedException}.
 */
public final class OnetPipeline {
    private final Pipeline pipeline;

    OnetPipeline(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Normalizes what has landed and was not normalized yet, whoever landed it, oldest first. Does not ask the service.
     *
     * @return what became of the rows
     */
    public PipelineRun normalize() {
        return pipeline.normalize();
    }

    /**
     * Fetches occupations and ratings, and normalizes them with whatever else has landed. A question that was answered whole for
     * the active release, by the version that the service has now, is not asked again; one that broke off goes on behind the
     * pages that have landed. If the service moves to another version meanwhile, what is of neither for sure is dropped and asked
     * again. If it fails, what has landed is normalized before the exception is thrown.
     *
     * @param extraction what to fetch
     * @return what was done
     * @throws MixedReleaseException if the service has, or moves to, another O*NET version than the active release and
     *     {@link FetchOptions#mixedReleases} does not allow it
     * @throws io.github.onet4j.web.WebServicesException if the service fails or lacks a table that the extraction names
     */
    public PipelineRun extract(Extraction extraction) {
        return pipeline.extract(extraction);
    }

    /**
     * Asks again every question whose newest whole answer is too old, and normalizes as {@link #extract} does. Where nothing is
     * too old, the service is not asked.
     *
     * @param olderThan the greatest age of an answer; zero to ask everything again
     * @return what was done
     * @throws MixedReleaseException as {@link #extract}
     * @throws io.github.onet4j.web.WebServicesException as {@link #extract}
     * @throws IllegalArgumentException if the age is negative
     */
    public PipelineRun refresh(Duration olderThan) {
        if (olderThan.isNegative()) {
            throw new IllegalArgumentException("olderThan is " + olderThan + ", none below zero is expected");
        }
        return pipeline.refresh(olderThan);
    }

    /**
     * Normalizes and refreshes at once and then again and again, on one daemon thread.
     *
     * @param interval the time between the end of a run and the start of the next, at least a millisecond
     * @param refreshOlderThan as {@link #refresh}
     * @return the schedule, to be closed by the host
     * @throws IllegalArgumentException if the interval is too short or the age negative
     */
    public PipelineSchedule schedule(Duration interval, Duration refreshOlderThan) {
        return schedule(interval, refreshOlderThan, PipelineSchedule.thread());
    }

    PipelineSchedule schedule(Duration interval, Duration refreshOlderThan, ScheduledThreadPoolExecutor executor) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("interval is " + interval + ", at least PT0.001S is expected");
        }
        if (refreshOlderThan.isNegative()) {
            throw new IllegalArgumentException(
                    "refreshOlderThan is " + refreshOlderThan + ", none below zero is expected");
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
