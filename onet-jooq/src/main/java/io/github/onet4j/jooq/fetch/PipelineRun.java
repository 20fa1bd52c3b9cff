package io.github.onet4j.jooq.fetch;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.OnetPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report of a run from O*NET Web Services into the tables, for a log or a host's metrics. Immutable. */
public final class PipelineRun {
    private final Kind kind;
    private final Instant startedAt;
    private final Duration elapsed;
    private final int pagesLanded;
    private final ImportReport rows;
    private final @Nullable OnetException failure;

    private PipelineRun(Builder values) {
        this.kind = values.kind;
        this.startedAt = values.startedAt;
        this.elapsed = values.elapsed;
        this.pagesLanded = values.pagesLanded;
        this.rows = values.rows;
        this.failure = values.failure;
    }

    /**
     * Starts a report. onet4j makes its own; a host may make one to test its listener.
     *
     * @param kind the reason for the run
     * @return a builder
     */
    public static Builder builder(Kind kind) {
        Objects.requireNonNull(kind, "kind");
        return new Builder(kind);
    }

    /**
     * Returns the reason for the run.
     *
     * @return the kind of run
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the start of the run.
     *
     * @return the time by this machine's clock
     */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Returns the duration of the run.
     *
     * @return zero or more
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Returns the number of pages that the service sent.
     *
     * @return 0 or more
     */
    public int pagesLanded() {
        return pagesLanded;
    }

    /**
     * Counts the rows that the run has imported from those pages, and from pages that an earlier run left.
     *
     * @return the counts
     */
    public ImportReport rows() {
        return rows;
    }

    /**
     * Returns the failure that ended the run early. What the run did until then stands.
     *
     * @return the failure, or nothing if the run succeeded
     */
    public Optional<OnetException> failure() {
        return Optional.ofNullable(failure);
    }

    /** {@return {@link #kind}, for serializers} */
    public Kind getKind() {
        return kind;
    }

    /** {@return {@link #startedAt} as text, for serializers} */
    public String getStartedAt() {
        return startedAt.toString();
    }

    /** {@return {@link #elapsed} as text, for serializers} */
    public String getElapsed() {
        return elapsed.toString();
    }

    /** {@return {@link #pagesLanded}, for serializers} */
    public int getPagesLanded() {
        return pagesLanded;
    }

    /** {@return {@link #rows}, for serializers} */
    public ImportReport getRows() {
        return rows;
    }

    /** {@return the message of the {@link #failure}, or null, for serializers} */
    public @Nullable String getFailure() {
        return failure == null ? null : failure.getMessage();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PipelineRun run && values().equals(run.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Returns the values in one line, for a log. */
    @Override
    public String toString() {
        return kind + ": " + pagesLanded + " pages landed, " + rows.added() + " rows added, " + rows.changed()
                + " changed, " + rows.unchanged() + " unchanged, " + rows.refused() + " refused in "
                + elapsed.toMillis() + " ms" + (failure == null ? "" : ", ended by: " + failure.getMessage());
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(kind, startedAt, elapsed, pagesLanded, rows, failure);
    }

    /** The reason for a run. */
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

    /** The values of a {@link PipelineRun}, each with a default. For one thread. */
    public static final class Builder {
        private final Kind kind;
        private Instant startedAt = Instant.now();
        private Duration elapsed = Duration.ZERO;
        private int pagesLanded;
        private ImportReport rows = ImportReport.NOTHING;
        private @Nullable OnetException failure;

        private Builder(Kind kind) {
            this.kind = kind;
        }

        /**
         * Sets the start.
         *
         * @param time default is now
         * @return this builder
         */
        public Builder startedAt(Instant time) {
            this.startedAt = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets the duration.
         *
         * @param time default is zero
         * @return this builder
         */
        public Builder elapsed(Duration time) {
            this.elapsed = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets the number of pages.
         *
         * @param pages default is 0
         * @return this builder
         */
        public Builder pagesLanded(int pages) {
            this.pagesLanded = pages;
            return this;
        }

        /**
         * Sets the counts of rows.
         *
         * @param report default is {@link ImportReport#NOTHING}
         * @return this builder
         */
        public Builder rows(ImportReport report) {
            this.rows = Objects.requireNonNull(report, "report");
            return this;
        }

        /**
         * Sets the failure.
         *
         * @param exception default is null, for a run that succeeded
         * @return this builder
         */
        public Builder failure(@Nullable OnetException exception) {
            this.failure = exception;
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         */
        public PipelineRun build() {
            return new PipelineRun(this);
        }
    }
}
