package io.github.onet4j.gap;

import io.github.onet4j.OnetException;
import java.time.Duration;

/**
 * Is told of each analysis of a {@link SkillGapAnalyzer}, for a host's metrics. Every method does nothing unless it is
 * overridden.
 *
 * <p>An analysis is one call of {@code analyze}, {@code missingSkills}, {@code gapByLevel} or {@code describe} with
 * codes; it is told of once. {@link SkillGapAnalyzer#describe(SkillGap)} is none: it describes one that was told of
 * before.
 *
 * <p>Called on the thread that asked, before that has its answer. An analyzer that is shared by many threads calls from
 * all of them at once, so an implementation must be safe for many threads, and quick. A {@link RuntimeException} that
 * it throws goes to the log at {@code WARN} and no further.
 */
public interface AnalysisListener {
    /**
     * An analysis has its answer.
     *
     * @param gap the answer
     * @param elapsed the time from the question to the answer, without that of a {@link GapDescriber}
     */
    default void analysisSucceeded(SkillGap gap, Duration elapsed) {}

    /**
     * An analysis has no answer. The caller gets the failure next. Not called for a mistake in the call itself, which
     * is one of the JDK's own exceptions.
     *
     * @param failure why, such as an {@link UnratedOccupationException}
     * @param elapsed the time from the question to the failure
     */
    default void analysisFailed(OnetException failure, Duration elapsed) {}
}
