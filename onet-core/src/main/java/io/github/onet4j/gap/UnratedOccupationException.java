package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import io.github.onet4j.Profile;
import io.github.onet4j.match.NotEstimableException;
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

    private UnratedOccupationException(
            Profile unrated, String message, List<Occupation> ratedAlternatives, boolean canBeEstimated) {
        super(message
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
        this.canBeEstimated = canBeEstimated && !isDomainMissing;
    }

    /** No estimate was asked for. */
    static UnratedOccupationException refused(
            Profile unrated, @Nullable Occupation unratedToo, List<Occupation> ratedAlternatives, boolean isEstimable) {
        boolean isAlone = unratedToo == null || unratedToo.equals(unrated.occupation());
        String lack = lack(unrated, isAlone ? " has" : " and " + unratedToo + " have");
        String message = lack
                + alternatives(unrated, isAlone, ratedAlternatives)
                + (isEstimable ? ". To estimate it pass GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE)" : "");
        return new UnratedOccupationException(
                unrated, isDomainMissing(unrated) ? lacksDomain(unrated) : message, ratedAlternatives, isEstimable);
    }

    /** An estimate was asked for, and can't be made. */
    static UnratedOccupationException notEstimable(
            Profile unrated, List<Occupation> ratedAlternatives, NotEstimableException cause) {
        String message = lack(unrated, " has")
                + ", and can't be estimated: "
                + cause.reason()
                + alternatives(unrated, true, ratedAlternatives);
        return new UnratedOccupationException(
                unrated, isDomainMissing(unrated) ? lacksDomain(unrated) : message, ratedAlternatives, false);
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
     * @return true if other occupations are rated, and all their ratings at hand, unlike those of O*NET Web Services;
     *     false after an estimate was asked for
     */
    public boolean canBeEstimated() {
        return canBeEstimated;
    }

    private static String lacksDomain(Profile unrated) {
        return "O*NET " + unrated.release().version() + " as opened or loaded has no ratings of "
                + unrated.domain().label() + " at all: their file is missing from it; use a release that has it";
    }

    private static String lack(Profile unrated, String have) {
        return unrated.occupation() + have + " no ratings of "
                + unrated.domain().label() + " in O*NET " + unrated.release().version();
    }

    private static String alternatives(Profile unrated, boolean isAlone, List<Occupation> alternatives) {
        if (alternatives.isEmpty()) {
            return ", and neither has any occupation like " + (isAlone ? "it" : unrated.occupation());
        }
        return ". Rated alternatives"
                + (isAlone ? "" : " to " + unrated.occupation().title()) + ": "
                + alternatives.stream().limit(NAMED).map(Occupation::toString).collect(Collectors.joining(", "));
    }

    private static boolean isDomainMissing(Profile unrated) {
        return unrated.unratedElements().isEmpty() && !wasAskedOfWebServices(unrated);
    }

    private static boolean wasAskedOfWebServices(Profile unrated) {
        return unrated.fetchOutcome() != FetchOutcome.NOT_OFFERED
                && unrated.fetchOutcome() != FetchOutcome.NOT_CONFIGURED;
    }
}
