package io.github.onet4j.jooq.fetch;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.OnetPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the way from O*NET Web Services into the tables, for a log or a host's metrics.
 *
 * @param kind what set it off
 * @param startedAt when it began
 * @param elapsed how long it took
 * @param pagesLanded how many pages the service sent in it
 * @param rows what became of their rows, and of those that an earlier run left
 * @param failureOrNull what ended it early, or null; what it did until then stands
 */
public record PipelineRun(
        Kind kind,
        Instant startedAt,
        Duration elapsed,
        int pagesLanded,
        ImportReport rows,
        @Nullable OnetException failureOrNull) {
    /**
     * Returns what ended the run early.
     *
     * @return the failure, or nothing if it did all it should
     */
    public Optional<OnetException> failure() {
        return Optional.ofNullable(failureOrNull);
    }

    /** What set a run off. */
    public enum Kind {
        /** A question that the release could not answer. */
        ON_DEMAND,
        /** {@link OnetPipeline#extract}. */
        EXTRACTION,
        /** {@link OnetPipeline#normalize}. */
        NORMALIZATION,
        /** {@link OnetPipeline#refresh}. */
        REFRESH
    }
}
