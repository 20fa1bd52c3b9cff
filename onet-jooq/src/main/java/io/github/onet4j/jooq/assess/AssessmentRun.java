package io.github.onet4j.jooq.assess;

import io.github.onet4j.OnetException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.jooq.OnetAssessments;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link OnetAssessments#assessAll} did. Every occupation that was asked for stands in one of {@code assessed},
 * {@code found}, {@code failures} and {@code left}.
 *
 * @param assessed the occupations that the model has assessed in this run
 * @param found the occupations whose assessment was stored already
 * @param failures what went wrong with single occupations, in the order in which it did
 * @param left the occupations that the run did not come to, and the one at which a failure ended it; pass them to the next run
 * @param calls how often the model was asked
 * @param tokens the tokens of prompts and replies, as far as the model tells them
 * @param elapsed how long it took
 * @param endedByOrNull the failure of the model that ended the run early, or null
 */
public record AssessmentRun(
        List<OnetSocCode> assessed,
        List<OnetSocCode> found,
        Map<OnetSocCode, OnetException> failures,
        List<OnetSocCode> left,
        int calls,
        long tokens,
        Duration elapsed,
        @Nullable LanguageModelException endedByOrNull) {
    /** Copies the collections. */
    public AssessmentRun {
        assessed = List.copyOf(assessed);
        found = List.copyOf(found);
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        left = List.copyOf(left);
    }

    /**
     * Returns the failure of the model that ended the run early.
     *
     * @return the failure, or nothing if the run came to its end or used up its budget
     */
    public Optional<LanguageModelException> endedBy() {
        return Optional.ofNullable(endedByOrNull);
    }
}
