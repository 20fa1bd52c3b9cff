package io.github.onet4j.jooq.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.OnetAssessments;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be assessed, and how. Immutable; start from {@link #DEFAULTS}. Interval, budget and progress are those of
 * {@link OnetAssessments#assessAll}.
 *
 * @param domain which elements of an occupation to assess; default is {@link Domain#SKILLS}
 * @param from the occupation that people come from, as context for the model, or null; default is none
 * @param force whether the model is asked although an assessment is stored, which is kept beside the new one; default is false
 * @param minimumInterval the shortest time from one occupation that the model is asked about to the next; default is zero. A
 *     reply that needs repair is put to the model again at once
 * @param mostCalls how often a run may ask the model before it begins with no further occupation; default is without bound. The
 *     last occupation may take it one above
 * @param mostTokens how many tokens of prompts and replies a run may use before it begins with no further occupation, as far as
 *     the model tells them; default is without bound. The last occupation may take it above
 * @param progress called after each occupation of a run, on the calling thread; default does nothing. What it throws ends the
 *     run and comes out of it; what is stored stays
 */
public record AssessmentOptions(
        Domain domain,
        @Nullable OnetSocCode from,
        boolean force,
        Duration minimumInterval,
        int mostCalls,
        long mostTokens,
        Consumer<AssessmentProgress> progress) {
    /** Skills, from nowhere, what is stored is found, at once and without bounds. */
    public static final AssessmentOptions DEFAULTS = new AssessmentOptions(
            Domain.SKILLS, null, false, Duration.ZERO, Integer.MAX_VALUE, Long.MAX_VALUE, progress -> {});

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if the domain has no levels, the interval is negative, or a budget is below 1
     */
    public AssessmentOptions {
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain + " has no level ratings, so there is no level to assess");
        }
        if (minimumInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "minimumInterval is " + minimumInterval + ", none below zero is expected");
        }
        if (mostCalls < 1) {
            throw new IllegalArgumentException("mostCalls is " + mostCalls + ", at least 1 is expected");
        }
        if (mostTokens < 1) {
            throw new IllegalArgumentException("mostTokens is " + mostTokens + ", at least 1 is expected");
        }
    }

    /**
     * Returns these options with another domain.
     *
     * @param domain which elements to assess
     * @return new options
     * @throws IllegalArgumentException if it has no levels
     */
    public AssessmentOptions domain(Domain domain) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }

    /**
     * Returns these options with an occupation that people come from. The explanations then also say what transfers from there;
     * an assessment without it, or from another, is not the same one.
     *
     * @param from the occupation
     * @return new options
     */
    public AssessmentOptions from(OnetSocCode from) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }

    /**
     * Returns these options with or without asking again.
     *
     * @param force whether the model is asked although an assessment is stored
     * @return new options
     */
    public AssessmentOptions force(boolean force) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }

    /**
     * Returns these options with another pace.
     *
     * @param minimumInterval the shortest time from one occupation that the model is asked about to the next
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public AssessmentOptions minimumInterval(Duration minimumInterval) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }

    /**
     * Returns these options with another budget of calls.
     *
     * @param mostCalls how often a run may ask the model, at least 1
     * @return new options
     * @throws IllegalArgumentException if it is below 1
     */
    public AssessmentOptions mostCalls(int mostCalls) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }

    /**
     * Returns these options with another budget of tokens.
     *
     * @param mostTokens how many tokens a run may use, at least 1
     * @return new options
     * @throws IllegalArgumentException if it is below 1
     */
    public AssessmentOptions mostTokens(long mostTokens) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }

    /**
     * Returns these options with a listener.
     *
     * @param progress called after each occupation of a run
     * @return new options
     */
    public AssessmentOptions progress(Consumer<AssessmentProgress> progress) {
        return new AssessmentOptions(domain, from, force, minimumInterval, mostCalls, mostTokens, progress);
    }
}
