package io.github.onet4j.gap;

/** The treatment of an occupation without ratings in the domain. */
public enum UnratedPolicy {
    /** Throws an {@link UnratedOccupationException} that names rated alternatives. */
    REFUSE,
    /**
     * Estimates the occupation as the mean of its first ten rated related occupations, the other side of the gap left
     * out; the result names them. The standard error of its levels is the measured error of such estimates in skills,
     * knowledge and abilities; in work activities it was not measured and is unknown. Throws an
     * {@link UnratedOccupationException} if no related occupation is rated.
     */
    ESTIMATE
}
