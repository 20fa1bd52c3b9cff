package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A gap was asked for against an occupation that has no ratings in the domain. */
public final class UnratedOccupationException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    private final transient Occupation occupation;
    private final Domain domain;
    private final transient List<Occupation> ratedAlternatives;

    UnratedOccupationException(
            Occupation occupation,
            Domain domain,
            String version,
            List<Occupation> ratedAlternatives,
            boolean canBeEstimated) {
        super(message(occupation, domain, version, ratedAlternatives, canBeEstimated));
        this.occupation = occupation;
        this.domain = domain;
        this.ratedAlternatives = List.copyOf(ratedAlternatives);
    }

    /**
     * Returns the occupation that has no ratings.
     *
     * @return the occupation
     */
    public Occupation occupation() {
        return occupation;
    }

    /**
     * Returns the domain that it has none in.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Returns rated occupations that can stand in, as {@link io.github.onet4j.OnetCatalog#ratedAlternatives} finds them.
     *
     * @return the alternatives, closest first; possibly none
     */
    public List<Occupation> ratedAlternatives() {
        return ratedAlternatives;
    }

    private static String message(
            Occupation occupation,
            Domain domain,
            String version,
            List<Occupation> alternatives,
            boolean canBeEstimated) {
        String unrated = occupation + " has no ratings of " + domain.label() + " in O*NET " + version;
        if (alternatives.isEmpty()) {
            return unrated + ", and neither has any occupation like it";
        }
        return unrated + ". Rated alternatives: "
                + alternatives.stream().limit(NAMED).map(Occupation::toString).collect(Collectors.joining(", "))
                + (canBeEstimated
                        ? ". To estimate it from its related occupations pass GapOptions.DEFAULTS.unrated(Unrated.ESTIMATE)"
                        : "");
    }
}
