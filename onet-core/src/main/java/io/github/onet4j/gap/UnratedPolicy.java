package io.github.onet4j.gap;

/** The treatment of an occupation without ratings in the domain. */
public enum UnratedPolicy {
    /** Throws an {@link UnratedOccupationException} that names rated alternatives. */
    REFUSE,
    /**
     * Takes {@link io.github.onet4j.match.Estimates} of its levels and importance, with their standard errors, made of
     * all occupations that are rated in full but the other side of the gap; the result names those that count most.
     * Estimated are levels as rated: {@link NotRelevantPolicy} does not apply to them. The first estimate of a release
     * and domain takes a second or two. Throws an {@link UnratedOccupationException} if there is no estimate, as over a
     * catalog of O*NET Web Services alone.
     */
    ESTIMATE
}
