package io.github.onet4j.gap;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One gap in sentences fit to show to a person. All figures are those of the gap; none comes from a model.
 *
 * @param gap the gap that is described
 * @param text one sentence or more, never blank
 * @param model the name of the language model that wrote the text; null if onet4j wrote it, out of the gap's
 *     figures and the official level anchors: the same gap then always has the same text
 */
public record GapDescription(
        ElementGap gap, String text, @Nullable String model) {
    /** Refuses null, except where it has a meaning. */
    public GapDescription {
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(text, "text");
    }
}
