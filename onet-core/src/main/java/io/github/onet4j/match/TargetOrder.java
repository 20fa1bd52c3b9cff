package io.github.onet4j.match;

/** What makes one target better than another. */
public enum TargetOrder {
    /**
     * The highest {@linkplain RankedTarget#readiness readiness} first. Occupations that need little come out on top,
     * whatever the source: half of all sources are ready to .995 or more for 16 occupations at least. It says what
     * somebody can do already, not what resembles it.
     */
    READINESS,
    /** The lowest {@linkplain RankedTarget#distance distance} first: those that need neither more nor less. */
    DISTANCE
}
