package io.github.onet4j.gap;

/** The treatment of an occupation without ratings in the domain. */
public enum UnratedPolicy {
    /** Throws an {@link UnratedOccupationException} that names rated alternatives. */
    REFUSE,
    /**
     * Estimates the occupation as the mean of its first ten rated related occupations; the result names them. Throws an
     * {@link UnratedOccupationException} if no related occupation is rated.
     */
    ESTIMATE
}
