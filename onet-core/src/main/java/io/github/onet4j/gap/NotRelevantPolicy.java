package io.github.onet4j.gap;

/** The treatment of levels flagged Not Relevant. In release 29.3 a third of these levels are above 0. */
public enum NotRelevantPolicy {
    /** The level counts like any other. */
    AS_RATED,
    /** The occupation does not have the element: its level counts as 0. */
    AS_ABSENT
}
