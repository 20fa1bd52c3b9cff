package io.github.onet4j.compare;

import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import java.util.Objects;

/**
 * What the change of one element on one side adds to the change of readiness.
 *
 * @param element the element, as the later release has it
 * @param side the side whose ratings changed
 * @param kind how they changed: {@link RatingChange.Kind#RE_RATED} or {@link RatingChange.Kind#RESTATED}; of the
 *     target's level and importance, re-rated if one of them is
 * @param share the part of {@link GapDrift#change}, above 0 if it raised readiness; 0 if the change of the rating made
 *     no difference
 * @param earlier all ratings of the element in the earlier release
 * @param later all ratings of the element in the later release
 */
public record DriftPart(
        Element element, Side side, RatingChange.Kind kind, double share, RatedElement earlier, RatedElement later) {
    /** Refuses null. */
    public DriftPart {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(later, "later");
    }
}
