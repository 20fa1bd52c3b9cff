package io.github.onet4j.jooq.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.OnetAssessments;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Options for assessments. Immutable; start from {@link #DEFAULTS}. Interval, budget and progress concern
 * {@link OnetAssessments#assessAll} only.
 *
 * @param domain the domain whose elements to assess; default is {@link Domain#SKILLS}
 * @param from the occupation that people come from, as context for the model, or null; default is null
 * @param force true to ask the model although an assessment is stored, which is kept beside the new one; default is
 *     false
 * @param minimumInterval the shortest time between the first questions about two occupations; default is zero. A reply
 *     that needs a repair goes back to the model at once
 * @param maxCalls the number of calls after which a run starts no further occupation; default is unlimited. The last
 *     occupation may exceed it by one
 * @param maxTokens the number of tokens in prompts and replies, as far as the model reports them, after which a run
 *     starts no further occupation; default is unlimited. The last occupation may exceed it
 * @param progress called on the calling thread after each occupation; default does nothing. An exception that it throws
 *     ends the run; the assessments that are stored stay
 */
public record AssessmentOptions(
        Domain domain,
        @Nullable OnetSocCode from,
        boolean force,
        Duration minimumInterval,
        int maxCalls,
        long maxTokens,
        Consumer<AssessmentProgress> progress) {
    /** Skills, without a source occupation, unforced, unpaced and unlimited. */
    public static final AssessmentOptions DEFAULTS = new AssessmentOptions(
            Domain.SKILLS, null, false, Duration.ZERO, Integer.MAX_VALUE, Long.MAX_VALUE, progress -> {});

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if the domain has no levels, the interval is negative, or a budget is below 1
     */
    public AssessmentOptions {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(minimumInterval, "minimumInterval");
        Objects.requireNonNull(progress, "progress");
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain + " has no level ratings, so there is no level to assess");
        }
        if (minimumInterval.isNegative()) {
            throw new IllegalArgumentException("minimumInterval must not be negative, but was " + minimumInterval);
        }
        if (maxCalls < 1) {
            throw new IllegalArgumentException("maxCalls must be at least 1, but was " + maxCalls);
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1, but was " + maxTokens);
        }
    }

    /**
     * Returns these options with another domain.
     *
     * @param domain the domain whose elements to assess
     * @return new options
     * @throws IllegalArgumentException if it has no levels
     */
    public AssessmentOptions domain(Domain domain) {
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }

    /**
     * Returns these options with an occupation that people come from. The explanations then also say what transfers
     * from there. An assessment without it, or with another one, is a different assessment.
     *
     * @param from the occupation
     * @return new options
     */
    public AssessmentOptions from(OnetSocCode from) {
        Objects.requireNonNull(from, "from");
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }

    /**
     * Returns these options with or without asking again.
     *
     * @param force true to ask the model although an assessment is stored
     * @return new options
     */
    public AssessmentOptions force(boolean force) {
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }

    /**
     * Returns these options with another pace.
     *
     * @param minimumInterval the shortest time between the first questions about two occupations
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public AssessmentOptions minimumInterval(Duration minimumInterval) {
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }

    /**
     * Returns these options with another budget of calls.
     *
     * @param maxCalls the number of calls after which a run starts no further occupation, at least 1
     * @return new options
     * @throws IllegalArgumentException if it is below 1
     */
    public AssessmentOptions maxCalls(int maxCalls) {
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }

    /**
     * Returns these options with another budget of tokens.
     *
     * @param maxTokens the number of tokens after which a run starts no further occupation, at least 1
     * @return new options
     * @throws IllegalArgumentException if it is below 1
     */
    public AssessmentOptions maxTokens(long maxTokens) {
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }

    /**
     * Returns these options with a callback for progress.
     *
     * @param progress called after each occupation of a run
     * @return new options
     */
    public AssessmentOptions progress(Consumer<AssessmentProgress> progress) {
        return new AssessmentOptions(domain, from, force, minimumInterval, maxCalls, maxTokens, progress);
    }
}
