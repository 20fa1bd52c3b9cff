package io.github.onet4j.gap;

import io.github.onet4j.Domain;

/**
 * How a gap is computed. Immutable; start from {@link #DEFAULTS}.
 *
 * @param domain what is compared; default {@link Domain#SKILLS}; must {@linkplain Domain#hasLevels() have levels}
 * @param notRelevant what a level flagged Not Relevant means; default {@link NotRelevantPolicy#AS_RATED}
 * @param unrated what to do about an occupation without ratings; default {@link UnratedPolicy#REFUSE}
 * @param levels whose levels are compared; default {@link LevelPolicy#OFFICIAL}
 */
public record GapOptions(Domain domain, NotRelevantPolicy notRelevant, UnratedPolicy unrated, LevelPolicy levels) {
    /** Skills, O*NET's levels as rated, unrated occupations refused. */
    public static final GapOptions DEFAULTS =
            new GapOptions(Domain.SKILLS, NotRelevantPolicy.AS_RATED, UnratedPolicy.REFUSE, LevelPolicy.OFFICIAL);

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if the domain has no levels
     */
    public GapOptions {
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain
                    + " has no level ratings to compare; the domains that have are SKILLS, KNOWLEDGE, ABILITIES and"
                    + " WORK_ACTIVITIES");
        }
    }

    /**
     * Returns these options with another domain.
     *
     * @param domain what is compared
     * @return new options
     * @throws IllegalArgumentException if the domain has no levels
     */
    public GapOptions domain(Domain domain) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }

    /**
     * Returns these options with another reading of Not Relevant.
     *
     * @param notRelevant what a level flagged Not Relevant means
     * @return new options
     */
    public GapOptions notRelevant(NotRelevantPolicy notRelevant) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }

    /**
     * Returns these options with another answer to unrated occupations.
     *
     * @param unrated what to do about an occupation without ratings
     * @return new options
     */
    public GapOptions unrated(UnratedPolicy unrated) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }

    /**
     * Returns these options with levels of another source.
     *
     * @param levels whose levels are compared
     * @return new options
     */
    public GapOptions levels(LevelPolicy levels) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }
}
