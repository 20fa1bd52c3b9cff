package io.github.onet4j.person;

import io.github.onet4j.internal.OptionCheck;

/**
 * A level that somebody stated, with how sure it is.
 *
 * @param level the level, 0 to 7; 0 is for what the person lacks
 * @param standardDeviation the standard deviation of its error, in levels, .01 to 7
 */
public record StatedLevel(double level, double standardDeviation) {
    /**
     * Creates the value.
     *
     * @throws IllegalArgumentException if a figure is out of range
     */
    public StatedLevel {
        OptionCheck.check(level >= 0 && level <= 7, "level", "0 to 7", level);
        OptionCheck.check(
                standardDeviation >= .01 && standardDeviation <= 7,
                "standardDeviation",
                ".01 (as good as exact) to 7",
                standardDeviation);
    }

    /** Returns no figure, so that none of a person gets into a log. */
    @Override
    public String toString() {
        return "a stated level";
    }
}
