package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import io.github.onet4j.Profile;
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
    private final String version;
    private final transient List<Occupation> ratedAlternatives;
    private final FetchOutcome fetchOutcome;

    UnratedOccupationException(Profile unrated, List<Occupation> ratedAlternatives, boolean canBeEstimated) {
        super(message(unrated, ratedAlternatives, canBeEstimated)
                + unrated.fetchOutcome()
                        .explanation()
                        .map(explanation -> ". " + explanation)
                        .orElse(""));
        this.occupation = unrated.occupation();
        this.domain = unrated.domain();
        this.version = unrated.release().version();
        this.ratedAlternatives = List.copyOf(ratedAlternatives);
        this.fetchOutcome = unrated.fetchOutcome();
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
     * Returns the number of the release that has none.
     *
     * @return for example {@code 31.0}
     */
    public String version() {
        return version;
    }

    /**
     * Returns rated occupations that can stand in, as {@link io.github.onet4j.OnetCatalog#ratedAlternatives} finds
     * them.
     *
     * @return the alternatives, closest first; possibly none
     */
    public List<Occupation> ratedAlternatives() {
        return ratedAlternatives;
    }

    /**
     * Returns what came of asking O*NET Web Services for the ratings.
     *
     * @return why they were not fetched
     */
    public FetchOutcome fetchOutcome() {
        return fetchOutcome;
    }

    private static String message(Profile unrated, List<Occupation> alternatives, boolean canBeEstimated) {
        String lack = unrated.occupation() + " has no ratings of "
                + unrated.domain().label() + " in O*NET " + unrated.release().version();
        if (alternatives.isEmpty()) {
            return lack + ", and neither has any occupation like it";
        }
        return lack + ". Rated alternatives: "
                + alternatives.stream().limit(NAMED).map(Occupation::toString).collect(Collectors.joining(", "))
                + (canBeEstimated
                        ? ". To estimate it from its related occupations pass"
                                + " GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE)"
                        : "");
    }
}
