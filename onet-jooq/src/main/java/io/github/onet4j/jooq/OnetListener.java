package io.github.onet4j.jooq;

import io.github.onet4j.OnetException;
import io.github.onet4j.gap.AnalysisListener;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.time.Duration;

/**
 * Receives the start and the outcome of each load, and the outcome of each run from O*NET Web Services and of each
 * analysis, for a host's metrics. By default the methods do nothing.
 *
 * <p>onet4j reports an outcome on the thread that did the work, after the work and after it has released its locks in
 * the database, so a listener may call {@link Onet}. Inside a transaction of the host, nothing is committed and no lock
 * is released at that time. If several threads share an {@link Onet}, they call the listener concurrently, so
 * implementations must be thread-safe. They must also be fast: the caller waits for them and, after a run
 * {@linkplain PipelineRun.Kind#ON_DEMAND on demand}, so do other callers that need to fetch. A {@link RuntimeException}
 * of the listener goes to the log at {@code WARN} and no further.
 */
public interface OnetListener extends AnalysisListener {
    /**
     * Receives the start of a load, for a host that traces it. What it returns runs on the same thread when the load
     * has ended in any way, after {@link #loadSucceeded} or {@link #loadFailed}.
     *
     * @param release the release to load
     * @return ends the trace; by default it does nothing
     */
    default Runnable loadStarted(OnetRelease release) {
        return () -> {};
    }

    /**
     * Receives the report of a load that succeeded or found the release loaded. Inside a transaction of the host,
     * {@link LoadReport#committed} is false; onet4j does not report whether the host commits or rolls back.
     *
     * @param report the report that the caller gets next
     */
    default void loadSucceeded(LoadReport report) {}

    /**
     * Receives the failure of a load, which left no row behind; after a failed commit, nobody knows (see
     * {@link OnetDatabaseException#isOutcomeUnknown()}). Exceptions of {@link LoadOptions#progress} are the host's own
     * and are not reported.
     *
     * @param release the release that was not loaded
     * @param failure the exception that the caller gets next
     * @param elapsed the time from the call to the failure
     */
    default void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {}

    /**
     * Receives the report of a run from O*NET Web Services that succeeded or {@linkplain PipelineRun#failure() failed}.
     * This covers each run of {@link OnetPipeline}, scheduled ones included, unless an exception of
     * {@link Extraction#progress} ended it, and each run on demand that stored pages, imported rows or failed. Inside a
     * transaction of the host, the rows are not committed yet.
     *
     * @param run the report
     */
    default void fetchEnded(PipelineRun run) {}
}
