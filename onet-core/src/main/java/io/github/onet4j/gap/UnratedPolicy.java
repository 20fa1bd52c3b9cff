package io.github.onet4j.gap;

/** What to do about an occupation without ratings in the domain. */
public enum UnratedPolicy {
    /** Refuse, with an {@link UnratedOccupationException} that names rated alternatives. */
    REFUSE,
    /**
     * Estimate the occupation as the mean over its first ten rated related occupations; the result names them. Refused
     * all the same where no related occupation is rated.
     */
    ESTIMATE
}
