package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import io.github.onet4j.Profile;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final boolean isDomainMissing;
    private final boolean canBeEstimated;

    UnratedOccupationException(
            Profile unrated, @Nullable Occupation unratedToo, List<Occupation> ratedAlternatives, Estimate estimate) {
        super(message(unrated, unratedToo, ratedAlternatives, estimate)
                + unrated.fetchOutcome()
                        .explanation()
                        .map(explanation -> ". " + explanation)
                        .orElse(""));
        this.occupation = unrated.occupation();
        this.domain = unrated.domain();
        this.version = unrated.release().version();
        this.ratedAlternatives = List.copyOf(ratedAlternatives);
        this.fetchOutcome = unrated.fetchOutcome();
        this.isDomainMissing = isDomainMissing(unrated);
        this.canBeEstimated = estimate == Estimate.OFFERED;
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

    /**
     * Tells whether the release as opened or loaded has no ratings of the domain at all, since their file is missing.
     *
     * @return true if no occupation is rated in the domain, so that another one would be refused too
     */
    public boolean isDomainMissing() {
        return isDomainMissing;
    }

    /**
     * Tells whether {@link UnratedPolicy#ESTIMATE}, which was not asked for, can estimate the occupation.
     *
     * @return true if a rated occupation is related to it; false if none is, and after an estimate was asked for
     */
    public boolean canBeEstimated() {
        return canBeEstimated;
    }

    private static String message(
            Profile unrated, @Nullable Occupation unratedToo, List<Occupation> alternatives, Estimate estimate) {
        String domain = unrated.domain().label();
        String release = "O*NET " + unrated.release().version();
        if (isDomainMissing(unrated)) {
            return release + " as opened or loaded has no ratings of " + domain
                    + " at all: their file is missing from it; use a release that has it";
        }
        boolean isAlone = unratedToo == null || unratedToo.equals(unrated.occupation());
        String lack = unrated.occupation()
                + (isAlone ? " has" : " and " + unratedToo + " have")
                + " no ratings of " + domain + " in " + release
                + (estimate == Estimate.IMPOSSIBLE ? cannotBeEstimated(unrated, isAlone) : "");
        if (alternatives.isEmpty()) {
            return lack + ", and neither has any occupation like " + (isAlone ? "it" : unrated.occupation());
        }
        return lack + ". Rated alternatives"
                + (isAlone ? "" : " to " + unrated.occupation().title()) + ": "
                + alternatives.stream().limit(NAMED).map(Occupation::toString).collect(Collectors.joining(", "))
                + (estimate == Estimate.OFFERED
                        ? ". To estimate it from its related occupations pass"
                                + " GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE)"
                        : "");
    }

    private static boolean isDomainMissing(Profile unrated) {
        return unrated.unratedElements().isEmpty() && !wasAskedOfWebServices(unrated);
    }

    private static boolean wasAskedOfWebServices(Profile unrated) {
        return unrated.fetchOutcome() != FetchOutcome.NOT_OFFERED
                && unrated.fetchOutcome() != FetchOutcome.NOT_CONFIGURED;
    }

    private static String cannotBeEstimated(Profile unrated, boolean isAlone) {
        return ", and " + (isAlone ? "" : unrated.occupation().title() + " ")
                + "can't be estimated, since no occupation that O*NET relates to it has ratings";
    }

    /** The fate of an estimate in place of the missing ratings. */
    enum Estimate {
        /** None was asked for, and one can be made. */
        OFFERED,
        /** None was asked for, and none can be made. */
        NOT_OFFERED,
        /** One was asked for, and none can be made. */
        IMPOSSIBLE
    }
}
