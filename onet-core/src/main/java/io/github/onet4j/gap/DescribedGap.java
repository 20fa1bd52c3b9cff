package io.github.onet4j.gap;

import java.util.List;
import java.util.Objects;

/**
 * A gap with a description of each of its elements.
 *
 * @param gap the gap; the same with and without a language model
 * @param descriptions one for each of its {@link SkillGap#gaps}, in their order
 */
public record DescribedGap(SkillGap gap, List<GapDescription> descriptions) {
    /** Copies the list. */
    public DescribedGap {
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(descriptions, "descriptions");
        descriptions = List.copyOf(descriptions);
    }
}
