package io.github.onet4j.gap;

/**
 * Whose levels are compared: O*NET's, or those that a language model assigned. Within one side they are never mixed, and
 * {@link GapSide#origins} and {@link SkillGap#attribution} say which they are. Importance is O*NET's in any case. A person's
 * levels are the person's own.
 */
public enum LevelPolicy {
    /** O*NET's own. */
    OFFICIAL,
    /**
     * Those of the newest assessment, for each side that is an occupation. Refused with an {@link UnassessedOccupationException}
     * where there is none.
     */
    ASSESSED,
    /**
     * O*NET's own where the occupation has ratings in the domain; otherwise those of its newest assessment, and refused with an
     * {@link UnassessedOccupationException} where there is none. {@link UnratedPolicy} has no say then.
     */
    ASSESSED_WHERE_UNRATED
}
