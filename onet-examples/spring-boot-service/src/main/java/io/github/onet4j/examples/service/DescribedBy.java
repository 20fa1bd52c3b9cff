package io.github.onet4j.examples.service;

import io.github.onet4j.gap.GapDescription;
import org.jspecify.annotations.Nullable;

/** The author of a description, as answers name it. */
enum DescribedBy {
    /** onet4j, out of the figures and the official level anchors. */
    ANCHORS,
    /** A language model. */
    MODEL;

    static @Nullable DescribedBy of(@Nullable GapDescription description) {
        return description == null ? null : description.model() == null ? ANCHORS : MODEL;
    }
}
