package io.github.onet4j.match;

import io.github.onet4j.Occupation;
import java.util.Objects;

/**
 * An occupation as a target of a source.
 *
 * @param occupation the target
 * @param readiness Σ w·min(LV₁, LV₂) / Σ w·LV₂ over all elements, where w = (IM₂ − 1) / 4; 0 to 1
 * @param distance Σ w·|LV₁ − LV₂| / Σ w·LV₂ with the same weights: 0 where all levels are equal, above 1 where the
 *     source has far more than is needed
 */
public record RankedTarget(Occupation occupation, double readiness, double distance) {
    /** Refuses null. */
    public RankedTarget {
        Objects.requireNonNull(occupation, "occupation");
    }
}
