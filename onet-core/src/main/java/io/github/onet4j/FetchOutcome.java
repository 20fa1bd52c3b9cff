package io.github.onet4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of asking O*NET Web Services for what a catalog lacks: an occupation, or its ratings in a domain. */
public enum FetchOutcome {
    /** This catalog fetches nothing on demand: a release on disk, one fixed release of a database, or the web services. */
    NOT_OFFERED(null),
    /** The catalog is that of a database, and it was not told which web services to ask. */
    NOT_CONFIGURED(
            "O*NET Web Services are not configured; Onet.create(…).webServices(…) lets what is missing be fetched"),
    /** Nothing was missing, so nobody was asked. */
    NOT_NEEDED(null),
    /** It was missing, and has been fetched. */
    FETCHED(null),
    /** The web services do not have the occupation either. */
    NO_SUCH_OCCUPATION("O*NET Web Services have no such occupation either"),
    /** The web services have no ratings of the occupation in the domain either. */
    NO_RATINGS("O*NET Web Services have no such ratings either"),
    /** The web services have another version of O*NET than the active release, and the two are never mixed. */
    MIXED_RELEASE(
            "O*NET Web Services have another version of O*NET, which is not mixed with this one; load and activate"
                    + " the release that they have"),
    /** The web services do not know the credentials, or do not accept them. */
    CREDENTIALS_REFUSED(
            "O*NET Web Services refused the credentials; check those that are passed to Onet.create(…).webServices(…)"),
    /** The web services could not be reached, or did not answer in time. */
    UNREACHABLE("O*NET Web Services could not be reached; try again later, or load a release that has what is missing"),
    /** The web services sent something that can't be used: another form than expected, or not all of it. */
    UNUSABLE_ANSWER("O*NET Web Services sent an answer that can't be used; try again later, or load a release that has"
            + " what is missing");

    private final @Nullable String explanation;

    FetchOutcome(@Nullable String explanation) {
        this.explanation = explanation;
    }

    /**
     * Tells whether the web services were asked in vain: nobody knows yet whether they have what is missing.
     *
     * @return true for {@link #CREDENTIALS_REFUSED}, {@link #UNREACHABLE} and {@link #UNUSABLE_ANSWER}
     */
    public boolean isFailure() {
        return this == CREDENTIALS_REFUSED || this == UNREACHABLE || this == UNUSABLE_ANSWER;
    }

    /**
     * Returns what to tell somebody who misses something, with what can be done about it.
     *
     * @return a sentence without its full stop; empty for {@link #NOT_OFFERED}, {@link #NOT_NEEDED} and {@link #FETCHED}
     */
    public Optional<String> explanation() {
        return Optional.ofNullable(explanation);
    }
}
