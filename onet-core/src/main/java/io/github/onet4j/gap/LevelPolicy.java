package io.github.onet4j.gap;

/**
 * The source of the levels that are compared: O*NET, or a language model. One side never mixes the two, and
 * {@link GapSide#origins} and {@link SkillGap#attribution} name its source. Importance is always O*NET's, and a
 * person's levels are always the person's own.
 */
public enum LevelPolicy {
    /** Compares O*NET's levels. */
    OFFICIAL,
    /**
     * Compares the levels of the newest assessment of each occupation. Throws an {@link UnassessedOccupationException}
     * if there is none.
     */
    ASSESSED,
    /**
     * Compares O*NET's levels of an occupation that is rated in the domain, and otherwise those of its newest
     * assessment. Throws an {@link UnassessedOccupationException} if there is none. {@link UnratedPolicy} does not
     * apply.
     */
    ASSESSED_WHERE_UNRATED
}
