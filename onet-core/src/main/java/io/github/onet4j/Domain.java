package io.github.onet4j;

/**
 * A domain of O*NET's content model whose elements are rated for each occupation. Those with levels can be compared by a
 * {@link io.github.onet4j.gap.SkillGapAnalyzer}.
 */
public enum Domain {
    /** The 35 skills: ten essential and 25 transferable ones (basic and cross-functional before release 30.3). */
    SKILLS("skills", true),
    /** Knowledge: principles and facts of a field. */
    KNOWLEDGE("knowledge", true),
    /** Abilities: enduring attributes of a person. */
    ABILITIES("abilities", true),
    /** Generalized work activities. */
    WORK_ACTIVITIES("work activities", true),
    /** Work styles: rated by importance (up to 30.0) or by impact and distinctiveness (from 30.1), never by level. */
    WORK_STYLES("work styles", false);

    private final String label;
    private final boolean hasLevels;

    Domain(String label, boolean hasLevels) {
        this.label = label;
        this.hasLevels = hasLevels;
    }

    /**
     * Returns the domain's name as it stands in a sentence.
     *
     * @return for example {@code work activities}
     */
    public String label() {
        return label;
    }

    /**
     * Tells whether elements of this domain are rated on the scales {@code IM} (importance) and {@code LV} (level).
     *
     * @return false for {@link #WORK_STYLES}
     */
    public boolean hasLevels() {
        return hasLevels;
    }
}
