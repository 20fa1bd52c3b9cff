package io.github.onet4j.person;

import io.github.onet4j.Element;
import java.util.Objects;

/**
 * The level of a person in an element, as a normal distribution.
 *
 * @param element the element
 * @param mean the level to expect; of a normal distribution, so it may be a little below 0 or above 7
 * @param standardDeviation how unsure it is, in levels
 * @param known whether the profile has a level known from elsewhere
 * @param selfAssessed whether the person has answered
 */
public record LevelEstimate(
        Element element, double mean, double standardDeviation, boolean known, boolean selfAssessed) {
    /** Refuses null. */
    public LevelEstimate {
        Objects.requireNonNull(element, "element");
    }

    /** Returns the element without its level, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return "level in " + element;
    }
}
