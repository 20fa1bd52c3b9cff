package io.github.onet4j;

import java.util.List;

/**
 * A domain of O*NET's content model whose elements are rated for each occupation. Those with levels can be compared by
 * a {@link io.github.onet4j.gap.SkillGapAnalyzer}.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists come from List.of and cannot change
public enum Domain {
    /** The 35 skills: ten essential and 25 transferable ones (basic and cross-functional before release 30.3). */
    SKILLS("skills", List.of(List.of(Scale.IMPORTANCE, Scale.LEVEL))),
    /** Knowledge: principles and facts of a field. */
    KNOWLEDGE("knowledge", List.of(List.of(Scale.IMPORTANCE, Scale.LEVEL))),
    /** Abilities: enduring attributes of a person. */
    ABILITIES("abilities", List.of(List.of(Scale.IMPORTANCE, Scale.LEVEL))),
    /** Generalized work activities. */
    WORK_ACTIVITIES("work activities", List.of(List.of(Scale.IMPORTANCE, Scale.LEVEL))),
    /**
     * Work styles, never rated by level: by importance ({@code IM}) up to release 30.0, by impact ({@code WI}, −3 to 3)
     * and distinctiveness ({@code DR}, 0 to 10) from 30.1 on.
     */
    WORK_STYLES("work styles", List.of(List.of(Scale.IMPORTANCE), List.of("WI", "DR")));

    private final String label;
    private final List<List<String>> scalesByRelease;
    private final List<String> scales;

    Domain(String label, List<List<String>> scalesByRelease) {
        this.label = label;
        this.scalesByRelease = scalesByRelease;
        this.scales = scalesByRelease.stream().flatMap(List::stream).toList();
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
     * Returns the scales that elements of this domain are rated on. A release may use only some of them.
     *
     * @return the ids of the scales, for example {@code [IM, LV]}
     */
    public List<String> scales() {
        return scales;
    }

    /**
     * Tells whether elements of this domain are rated by level.
     *
     * @return true if {@code LV} is one of the {@link #scales}
     */
    public boolean hasLevels() {
        return scales.contains(Scale.LEVEL);
    }

    /** Tells whether an element has a rating on every scale that one release or another rates the domain on. */
    boolean isComplete(RatedElement rated) {
        for (List<String> together : scalesByRelease) {
            if (together.stream().allMatch(scale -> rated.rating(scale).isPresent())) {
                return true;
            }
        }
        return false;
    }
}
