package io.github.onet4j.gap;

import io.github.onet4j.OnetException;
import java.time.Duration;

/**
 * Receives the outcome of each analysis of a {@link SkillGapAnalyzer}, for a host's metrics. By default the methods do
 * nothing.
 *
 * <p>An analysis is one call of {@code analyze}, {@code missingSkills}, {@code gapByLevel} or {@code describe} with
 * codes. {@link SkillGapAnalyzer#describe(SkillGap)} is not reported, because it describes an analysis that was
 * reported before.
 *
 * <p>The analyzer calls the listener on the caller's thread, before it returns. If several threads share an analyzer,
 * they call the listener concurrently, so implementations must be thread-safe and fast. A {@link RuntimeException} of
 * the listener goes to the log at {@code WARN} and no further.
 */
public interface AnalysisListener {
    /**
     * Receives the result of an analysis.
     *
     * @param gap the result
     * @param elapsed the time of the analysis, without that of a {@link GapDescriber}
     */
    default void analysisSucceeded(SkillGap gap, Duration elapsed) {}

    /**
     * Receives the failure of an analysis, before the caller does. Mistakes in the call itself, for which the JDK has
     * exceptions, are not reported.
     *
     * @param failure the exception, such as an {@link UnratedOccupationException}
     * @param elapsed the time from the call to the failure
     */
    default void analysisFailed(OnetException failure, Duration elapsed) {}
}
