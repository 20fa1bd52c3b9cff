package io.github.onet4j.jooq;

import io.github.onet4j.OnetException;
import io.github.onet4j.gap.AnalysisListener;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.time.Duration;

/**
 * Is told of loads, of runs from O*NET Web Services and of analyses, for a host's metrics. Every method does nothing unless it is
 * overridden.
 *
 * <p>Called on the thread that did the work, when the work is done and onet4j's locks in the database are released, so a listener
 * may call {@link Onet}. In a transaction of the host's nothing is committed and no lock is released by then. An {@link Onet} that is
 * shared by many threads calls from all of them at once, so an implementation must be safe for many threads, and quick: its caller
 * waits, and where a run {@linkplain PipelineRun.Kind#ON_DEMAND on demand} has ended, so do others that have something to fetch.
 * A {@link RuntimeException} that it throws goes to the log at {@code WARN} and no further.
 */
public interface OnetListener extends AnalysisListener {
    /**
     * A load has done its work, or found it done, and is about to return. In a transaction of the host's,
     * {@link LoadReport#committed} is false: the host may yet roll it back, of which nobody is told.
     *
     * @param report what was done, as the caller gets it
     */
    default void loadSucceeded(LoadReport report) {}

    /**
     * A load has failed and left no row behind. The caller gets the failure next. Not called for an exception of
     * {@link LoadOptions#progress}, which is the host's own.
     *
     * @param release what was to be loaded
     * @param failure why it was not
     * @param elapsed how long it took to fail
     */
    default void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {}

    /**
     * A run from O*NET Web Services has ended, well or {@linkplain PipelineRun#failure() not}. Called for each run of
     * {@link OnetPipeline}, scheduled ones among them, whatever ends it but an exception of {@link Extraction#progress}; and for
     * each run on demand that had pages land, brought rows in or failed. In a transaction of the host's, the rows are not committed
     * yet.
     *
     * @param run what was done
     */
    default void fetchEnded(PipelineRun run) {}
}
