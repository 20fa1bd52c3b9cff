package io.github.onet4j.gap;

/** Who wrote a {@link GapDescription}. */
public enum DescribedBy {
    /** onet4j, out of the gap's figures and the official level anchors: the same gap always has the same text. */
    ANCHORS,
    /** A language model. */
    MODEL
}
