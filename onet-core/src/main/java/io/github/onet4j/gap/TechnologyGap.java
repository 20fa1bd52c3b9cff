package io.github.onet4j.gap;

import io.github.onet4j.Occupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Technology;
import io.github.onet4j.internal.OptionCheck;
import java.util.List;
import java.util.Objects;

/**
 * The technologies that the people of one occupation lack for another.
 *
 * @param release the release
 * @param from the source
 * @param to the target
 * @param match Σ ω·c / Σ ω over the technologies of the target, 0 to 1; ω = ln(N / df) is larger for a technology that
 *     fewer of the N occupations use, and doubled if it is in demand for the target; c is its {@link Credit}
 * @param technologies the technologies of the target: those in demand first, then hot ones, then the others, each by
 *     share and name
 */
public record TechnologyGap(
        ReleaseInfo release, Occupation from, Occupation to, double match, List<Need> technologies) {
    /** Copies the list. */
    public TechnologyGap {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        technologies = List.copyOf(Objects.requireNonNull(technologies, "technologies"));
    }

    /**
     * Returns the technologies that the source does not use.
     *
     * @return the technologies without full credit, in the same order
     */
    public List<Need> gaps() {
        return technologies.stream()
                .filter(need -> need.credit() != Credit.SAME)
                .toList();
    }

    /**
     * Returns the credit to show with the technologies.
     *
     * @return see {@link ReleaseInfo#attribution}
     */
    public String attribution() {
        return release.attribution();
    }

    /** {@return {@link #gaps}, for serializers} */
    public List<Need> getGaps() {
        return gaps();
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }

    /** What the source's own technologies are worth for one of the target's. */
    public enum Credit {
        /** 1: the source uses the same one. */
        SAME(1),
        /** ½: the source uses another one of the same category. */
        SAME_CATEGORY(.5),
        /** 0: the source uses none of its category. */
        NONE(0);

        private final double value;

        Credit(double value) {
            this.value = value;
        }

        /**
         * Returns the credit as a number.
         *
         * @return 0, ½ or 1
         */
        public double value() {
            return value;
        }
    }

    /**
     * A technology that the target uses.
     *
     * @param technology the technology
     * @param credit what the source's technologies are worth for it
     * @param share ω·(1 − c) / Σ ω, its share of all that the target uses, 0 to 1; the shares add up to 1 less the
     *     match
     */
    public record Need(Technology technology, Credit credit, double share) {
        /** Refuses null, and a share that is none. */
        public Need {
            Objects.requireNonNull(technology, "technology");
            Objects.requireNonNull(credit, "credit");
            OptionCheck.check(share >= 0 && share <= 1, "share", "0 to 1", share);
        }
    }
}
