package io.github.onet4j;

/** How much of a domain is rated for one occupation. */
public enum Coverage {
    /** Every element of the domain has an importance and a level. */
    RATED,
    /** Some elements have both, some do not. */
    PARTIAL,
    /** No element is rated at all. */
    UNRATED
}
