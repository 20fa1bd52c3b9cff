package io.github.onet4j.match;

import io.github.onet4j.Element;
import java.util.Objects;

/**
 * What a step of a path raises in an element that the target needs.
 *
 * @param element the element
 * @param before the highest level of the occupations visited before the step, 0 to 7
 * @param after the level of the occupation that the step leads to, which is higher
 * @param share w·(after − before) / Σ w·LV, with the weights and levels of the target; above 0
 * @param detour the part of the share that lies above the levels of both source and target, 0 to share
 */
public record LearnedElement(Element element, double before, double after, double share, double detour) {
    /** Refuses null. */
    public LearnedElement {
        Objects.requireNonNull(element, "element");
    }
}
