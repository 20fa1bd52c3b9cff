package io.github.onet4j.gap;

import java.util.Map;

/**
 * Describes the gaps between two sides in words of its own, such as a language model does. It adds nothing but text:
 * the figures of a gap never come from here. Safe for use by many threads.
 */
@FunctionalInterface
public interface GapDescriber {
    /**
     * Describes each element of {@link SkillGap#gaps}: what has to be developed, how, and why it matters.
     *
     * @param gap a gap with at least one element
     * @return the descriptions; an element may be left out
     * @throws io.github.onet4j.OnetException if there are none; its message must hold nothing that may not be logged
     */
    Texts describe(SkillGap gap);

    /**
     * The descriptions that a model wrote.
     *
     * @param model the name of the model
     * @param byElement the texts by element id; what is blank, or about an element that is no gap, is not used
     */
    record Texts(String model, Map<String, String> byElement) {
        /** Copies the map. */
        public Texts {
            byElement = Map.copyOf(byElement);
        }
    }
}
