package io.github.onet4j.gap;

/** What a level means whose row is flagged Not Relevant. In release 29.3 a third of these rows have a level above 0. */
public enum NotRelevantPolicy {
    /** The level counts as it stands. */
    AS_RATED,
    /** The occupation does not have the element: its level counts as 0. */
    AS_ABSENT
}
