package io.github.onet4j.gap;

import java.util.Map;
import java.util.Objects;

/**
 * Describes gaps in words, for example with a language model. It adds only text; the figures of a gap never come from
 * it. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface GapDescriber {
    /**
     * Describes each element of {@link SkillGap#gaps}: what to develop, how, and why it matters.
     *
     * @param gap a gap with at least one element
     * @return the descriptions; may leave out elements
     * @throws io.github.onet4j.OnetException if there are none; its message goes to the log, so it must not contain
     *     secrets
     */
    Texts describe(SkillGap gap);

    /**
     * The descriptions that a model wrote.
     *
     * @param model the name of the model
     * @param byElement the texts by element id; blank texts and other elements are ignored
     */
    record Texts(String model, Map<String, String> byElement) {
        /** Copies the map. */
        public Texts {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(byElement, "byElement");
            byElement = Map.copyOf(byElement);
        }
    }
}
