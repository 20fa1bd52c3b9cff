package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import java.util.Objects;

/**
 * The options of a gap. Immutable; start from {@link #DEFAULTS}.
 *
 * @param domain the domain to compare; default {@link Domain#SKILLS}; must {@linkplain Domain#hasLevels() have levels}
 * @param notRelevant how to treat a level flagged Not Relevant; default {@link NotRelevantPolicy#AS_RATED}
 * @param unrated how to treat an occupation without ratings; default {@link UnratedPolicy#REFUSE}
 * @param levels the levels to compare; default {@link LevelPolicy#OFFICIAL}
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
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(notRelevant, "notRelevant");
        Objects.requireNonNull(unrated, "unrated");
        Objects.requireNonNull(levels, "levels");
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain
                    + " has no level ratings to compare; the domains that have are SKILLS, KNOWLEDGE, ABILITIES and"
                    + " WORK_ACTIVITIES");
        }
    }

    /**
     * Returns these options with another domain.
     *
     * @param domain the domain to compare
     * @return new options
     * @throws IllegalArgumentException if the domain has no levels
     */
    public GapOptions domain(Domain domain) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }

    /**
     * Returns these options with another policy for Not Relevant.
     *
     * @param notRelevant how to treat a level flagged Not Relevant
     * @return new options
     */
    public GapOptions notRelevant(NotRelevantPolicy notRelevant) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }

    /**
     * Returns these options with another policy for unrated occupations.
     *
     * @param unrated how to treat an occupation without ratings
     * @return new options
     */
    public GapOptions unrated(UnratedPolicy unrated) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }

    /**
     * Returns these options with levels of another source.
     *
     * @param levels the levels to compare
     * @return new options
     */
    public GapOptions levels(LevelPolicy levels) {
        return new GapOptions(domain, notRelevant, unrated, levels);
    }
}
