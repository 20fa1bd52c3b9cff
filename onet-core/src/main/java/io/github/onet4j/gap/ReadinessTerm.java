package io.github.onet4j.gap;

import io.github.onet4j.Rating;
import io.github.onet4j.internal.ImportanceWeight;
import java.util.Objects;

/**
 * What one element adds to the two sums of {@linkplain SkillGap#readiness readiness}, which is Σ met / Σ needed.
 *
 * @param needed w·LV₂, what the target needs: its level, weighted with its importance by w = (IM₂ − 1) / 4; 0 to 7
 * @param met w·min(LV₁, LV₂), what the source has of it; 0 to {@code needed}
 */
public record ReadinessTerm(double needed, double met) {
    /**
     * Computes the term of an element that both sides are rated on.
     *
     * @param from the source's level, on the scale {@code LV}
     * @param to the target's level, on the scale {@code LV}
     * @param importance the target's importance, on the scale {@code IM}
     * @param notRelevant how to treat a level flagged Not Relevant
     * @return the term
     */
    public static ReadinessTerm of(Rating from, Rating to, Rating importance, NotRelevantPolicy notRelevant) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(importance, "importance");
        Objects.requireNonNull(notRelevant, "notRelevant");
        double weight = weight(importance);
        double needed = GapArithmetic.effectiveLevel(to, notRelevant);
        double met = Math.min(GapArithmetic.effectiveLevel(from, notRelevant), needed);
        return new ReadinessTerm(weight * needed, weight * met);
    }

    /** The weight of an element: 0 for importance 1, 1 for importance 5. */
    static double weight(Rating importance) {
        return ImportanceWeight.of(importance.value());
    }
}
