package io.github.onet4j;

import java.util.List;
import java.util.stream.Stream;

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
    WORK_STYLES("work styles", List.of(List.of(Scale.IMPORTANCE), List.of("WI", "DR"))),
    /**
     * Work context: the surroundings and conditions of work. An element has a mean answer ({@code CX}, 1 to 5, or
     * {@code CT}, 1 to 3) and the share of each answer in percent ({@code CXP} or {@code CTP}, by category).
     */
    WORK_CONTEXT("work context", List.of(List.of("CX"), List.of("CT")), List.of("CXP", "CTP")),
    /**
     * Interests by Holland's six types ({@code OI}, 1 to 7), and the three highest of them ({@code IH}, the number of
     * the type, 0 for none).
     */
    INTERESTS("interests", List.of(List.of("OI"), List.of("IH"))),
    /** The areas that interests are divided into, from release 30.3 on. */
    INTEREST_AREAS("interest areas", List.of(List.of("OI"))),
    /**
     * Work values ({@code EX}, 1 to 7) and the three highest of them ({@code VH}, the number of the value), up to
     * release 30.2.
     */
    WORK_VALUES("work values", List.of(List.of("EX"), List.of("VH"))),
    /**
     * Education, training and experience that the work requires: the share of each answer in percent, by category
     * ({@code RL} or {@code RQ} for education, {@code RW} for related work experience, {@code PT} for on-site training,
     * {@code OJ} for training on the job), and the importance of a certificate and of an apprenticeship ({@code IM}).
     */
    EDUCATION(
            "education, training and experience",
            List.of(
                    List.of("RL"),
                    List.of("RQ"),
                    List.of("RW"),
                    List.of("PT"),
                    List.of("OJ"),
                    List.of(Scale.IMPORTANCE)));

    private final String label;
    private final List<List<String>> complete;
    private final List<String> scales;

    Domain(String label, List<List<String>> complete) {
        this(label, complete, List.of());
    }

    /** Takes the sets of scales of which one makes an element's ratings complete, and further scales. */
    Domain(String label, List<List<String>> complete, List<String> further) {
        this.label = label;
        this.complete = complete;
        this.scales = Stream.concat(complete.stream().flatMap(List::stream), further.stream())
                .toList();
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
     * Returns the scales that elements of this domain are known to be rated on. A release may use only some of them.
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

    /** Tells whether an element has a rating on every scale that one release or another rates it on. */
    boolean isComplete(RatedElement rated) {
        return complete.stream().anyMatch(together -> together.stream().allMatch(rated::isRatedOn));
    }
}
