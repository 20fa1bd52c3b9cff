package io.github.onet4j.gap;

import org.jspecify.annotations.Nullable;

/**
 * What one gap means, in sentences fit to show to a person. All figures are those of the gap; none is ever taken from a model.
 *
 * @param gap the gap that is described
 * @param text one sentence or more, never blank
 * @param by who wrote the text
 * @param model the name of the language model that wrote the text; null where none did
 */
public record GapDescription(
        ElementGap gap,
        String text,
        DescribedBy by,
        @Nullable String model) {}
