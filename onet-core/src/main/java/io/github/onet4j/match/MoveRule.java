package io.github.onet4j.match;

/** What makes a move from one occupation straight to another plausible. */
public enum MoveRule {
    /** The two are close: the {@link CloseOccupation#probability} is .10 at least. */
    CLOSENESS,
    /** The job zone of the second is at most one above that of the first. */
    JOB_ZONE
}
