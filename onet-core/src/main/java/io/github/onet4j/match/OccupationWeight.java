package io.github.onet4j.match;

import io.github.onet4j.Occupation;
import java.util.Objects;

/**
 * What a rated occupation counts for in an estimate.
 *
 * @param occupation the rated occupation
 * @param weight the factor of its ratings; may be below 0
 */
public record OccupationWeight(Occupation occupation, double weight) {
    /** Refuses null. */
    public OccupationWeight {
        Objects.requireNonNull(occupation, "occupation");
    }
}
