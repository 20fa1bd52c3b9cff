package io.github.onet4j;

/**
 * The extent to which a domain is rated for one occupation. An element counts as rated if it has a rating on every
 * scale that the domain uses: importance and level; of work styles importance, or impact and distinctiveness from
 * release 30.1 on.
 */
public enum Coverage {
    /** Every element of the domain is rated. */
    RATED,
    /** Some elements have a rating, but not every element has all. */
    PARTIAL,
    /** No element has a rating. */
    UNRATED
}
