package io.github.onet4j.jooq.assess;

import io.github.onet4j.OnetException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.jooq.OnetAssessments;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The report of {@link OnetAssessments#assessAll}. Every occupation that was asked for is in one of {@link #assessed},
 * {@link #found}, {@link #failures} and {@link #left}. Immutable.
 */
public final class AssessmentRun {
    private final List<OnetSocCode> assessed;
    private final List<OnetSocCode> found;
    private final Map<OnetSocCode, OnetException> failures;
    private final List<OnetSocCode> left;
    private final int calls;
    private final long tokens;
    private final Duration elapsed;
    private final @Nullable LanguageModelException endedBy;

    private AssessmentRun(Builder values) {
        this.assessed = values.assessed;
        this.found = values.found;
        this.failures = values.failures;
        this.left = values.left;
        this.calls = values.calls;
        this.tokens = values.tokens;
        this.elapsed = values.elapsed;
        this.endedBy = values.endedBy;
    }

    /**
     * Starts a report. onet4j makes its own; a host may make one to test its code.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the occupations that the model has assessed in this run.
     *
     * @return the codes, in the order of the run
     */
    public List<OnetSocCode> assessed() {
        return assessed;
    }

    /**
     * Returns the occupations whose assessment was stored already.
     *
     * @return the codes, in the order of the run
     */
    public List<OnetSocCode> found() {
        return found;
    }

    /**
     * Returns the failures that concern a single occupation.
     *
     * @return the failures by occupation, in the order of the run
     */
    public Map<OnetSocCode, OnetException> failures() {
        return failures;
    }

    /**
     * Returns the occupations that the run did not reach, and the one at which a failure ended it. Pass them to the
     * next run.
     *
     * @return the codes, in the order of the run
     */
    public List<OnetSocCode> left() {
        return left;
    }

    /**
     * Returns the number of calls of the model.
     *
     * @return 0 or more
     */
    public int calls() {
        return calls;
    }

    /**
     * Returns the number of tokens in prompts and replies, as far as the model reports them.
     *
     * @return 0 or more
     */
    public long tokens() {
        return tokens;
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
     * Returns the failure of the model that ended the run early.
     *
     * @return the failure, or nothing if the run came to its end or used up its budget
     */
    public Optional<LanguageModelException> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    /** {@return {@link #assessed} as text, for serializers} */
    public List<String> getAssessed() {
        return texts(assessed);
    }

    /** {@return {@link #found} as text, for serializers} */
    public List<String> getFound() {
        return texts(found);
    }

    /** {@return the messages of the {@link #failures} by codes as text, for serializers} */
    public Map<String, String> getFailures() {
        Map<String, String> messages = new LinkedHashMap<>();
        failures.forEach((code, failure) -> messages.put(code.value(), String.valueOf(failure.getMessage())));
        return messages;
    }

    /** {@return {@link #left} as text, for serializers} */
    public List<String> getLeft() {
        return texts(left);
    }

    /** {@return {@link #calls}, for serializers} */
    public int getCalls() {
        return calls;
    }

    /** {@return {@link #tokens}, for serializers} */
    public long getTokens() {
        return tokens;
    }

    /** {@return {@link #elapsed} as text, for serializers} */
    public String getElapsed() {
        return elapsed.toString();
    }

    /** {@return the message of {@link #endedBy}, or null, for serializers} */
    public @Nullable String getEndedBy() {
        return endedBy == null ? null : endedBy.getMessage();
    }

    private static List<String> texts(List<OnetSocCode> codes) {
        return codes.stream().map(OnetSocCode::value).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssessmentRun run && values().equals(run.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Returns counts in one line, for a log. */
    @Override
    public String toString() {
        return assessed.size() + " occupations assessed, " + found.size() + " found, " + failures.size() + " failed, "
                + left.size() + " left, with " + calls + " calls and " + tokens + " tokens in " + elapsed.toMillis()
                + " ms" + (endedBy == null ? "" : ", ended by: " + endedBy.getMessage());
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(assessed, found, failures, left, calls, tokens, elapsed, endedBy);
    }

    /** The values of an {@link AssessmentRun}, each with a default. For one thread. */
    public static final class Builder {
        private List<OnetSocCode> assessed = List.of();
        private List<OnetSocCode> found = List.of();
        private Map<OnetSocCode, OnetException> failures = Map.of();
        private List<OnetSocCode> left = List.of();
        private int calls;
        private long tokens;
        private Duration elapsed = Duration.ZERO;
        private @Nullable LanguageModelException endedBy;

        private Builder() {}

        /**
         * Sets the occupations that the model has assessed.
         *
         * @param codes default is none
         * @return this builder
         */
        public Builder assessed(Collection<OnetSocCode> codes) {
            Objects.requireNonNull(codes, "codes");
            this.assessed = List.copyOf(codes);
            return this;
        }

        /**
         * Sets the occupations whose assessment was stored already.
         *
         * @param codes default is none
         * @return this builder
         */
        public Builder found(Collection<OnetSocCode> codes) {
            Objects.requireNonNull(codes, "codes");
            this.found = List.copyOf(codes);
            return this;
        }

        /**
         * Sets the failures that concern a single occupation.
         *
         * @param byCode default is none
         * @return this builder
         */
        public Builder failures(Map<OnetSocCode, OnetException> byCode) {
            Objects.requireNonNull(byCode, "byCode");
            this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
            return this;
        }

        /**
         * Sets the occupations that the run did not reach.
         *
         * @param codes default is none
         * @return this builder
         */
        public Builder left(Collection<OnetSocCode> codes) {
            Objects.requireNonNull(codes, "codes");
            this.left = List.copyOf(codes);
            return this;
        }

        /**
         * Sets the number of calls.
         *
         * @param count default is 0
         * @return this builder
         */
        public Builder calls(int count) {
            this.calls = count;
            return this;
        }

        /**
         * Sets the number of tokens.
         *
         * @param count default is 0
         * @return this builder
         */
        public Builder tokens(long count) {
            this.tokens = count;
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
         * Sets the failure that ended the run.
         *
         * @param failure default is null, for a run that came to its end or used up its budget
         * @return this builder
         */
        public Builder endedBy(@Nullable LanguageModelException failure) {
            this.endedBy = failure;
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         */
        public AssessmentRun build() {
            return new AssessmentRun(this);
        }
    }
}
