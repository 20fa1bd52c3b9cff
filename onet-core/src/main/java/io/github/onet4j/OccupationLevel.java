package io.github.onet4j;

import java.util.Objects;

/**
 * An occupation and the level at which it needs an element.
 *
 * @param occupation the occupation
 * @param level its rating of the element on the scale {@code LV}
 */
public record OccupationLevel(Occupation occupation, Rating level) {
    /** Refuses null. */
    public OccupationLevel {
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(level, "level");
    }
}
