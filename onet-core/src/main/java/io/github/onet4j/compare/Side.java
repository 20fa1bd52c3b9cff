package io.github.onet4j.compare;

/** A side of a gap. */
public enum Side {
    /** The occupation that somebody comes from; its levels count. */
    SOURCE,
    /** The occupation that somebody goes to; its levels and its importances count. */
    TARGET
}
