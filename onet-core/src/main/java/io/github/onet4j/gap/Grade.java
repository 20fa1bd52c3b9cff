package io.github.onet4j.gap;

/**
 * The certainty of a difference of levels, given the raters' spread. With the difference d and
 * s = √(max(SE₁, 0.125)² + max(SE₂, 0.125)²), z is |d| / s. The floor of 0.125 is one of eight raters moving one point:
 * with it a standard error of 0 (all raters agreed) does not make every difference certain. The rule is onet4j's own,
 * not O*NET's.
 */
public enum Grade {
    /** z is at least 1.96, and neither rating is recommended for suppression. */
    CLEAR,
    /** z is below 1.96, or a rating is recommended for suppression. */
    TENTATIVE,
    /** A standard error is missing, as of every level that a person or a language model gives. */
    UNKNOWN_PRECISION
}
