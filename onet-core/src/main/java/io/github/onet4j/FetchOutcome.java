package io.github.onet4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of fetching an occupation, or its ratings in a domain, from O*NET Web Services. */
public enum FetchOutcome {
    /**
     * This catalog never fetches: it answers from a release on disk, from one fixed release of a database, or from the
     * web services themselves.
     */
    NOT_OFFERED(null),
    /** The catalog of a database has no client of the web services. */
    NOT_CONFIGURED(
            "O*NET Web Services are not configured; pass a client to Onet.create(…).webServices(…) to fetch missing"
                    + " data"),
    /** Nothing was missing, so nothing was fetched. */
    NOT_NEEDED(null),
    /** The data were missing and have been fetched. */
    FETCHED(null),
    /** The web services do not have the occupation either. */
    NO_SUCH_OCCUPATION("O*NET Web Services have no such occupation either"),
    /**
     * The web services have no ratings of the occupation in the domain either, or do not have the domain's table: those
     * up to O*NET 30.2 have no interest areas, and later ones no work values.
     */
    NO_RATINGS("O*NET Web Services have no such ratings either"),
    /** The web services have another version of O*NET than the active release, and onet4j never mixes the two. */
    MIXED_RELEASE(
            "O*NET Web Services have another version of O*NET, which is not mixed with this one; load and activate"
                    + " the release that they have"),
    /** The web services did not accept the credentials. */
    CREDENTIALS_REFUSED(
            "O*NET Web Services refused the credentials; check those that are passed to Onet.create(…).webServices(…)"),
    /** The web services were unreachable, or did not answer in time. */
    UNREACHABLE("O*NET Web Services are unreachable; retry later, or load a release that has the data"),
    /** The web services sent an incomplete answer, or one of an unexpected form. */
    UNUSABLE_ANSWER("O*NET Web Services sent an unusable answer; retry later, or load a release that has the data");

    private final @Nullable String explanation;

    FetchOutcome(@Nullable String explanation) {
        this.explanation = explanation;
    }

    /**
     * Tells whether the fetch failed, so that it is unknown whether the web services have the data.
     *
     * @return true for {@link #CREDENTIALS_REFUSED}, {@link #UNREACHABLE} and {@link #UNUSABLE_ANSWER}
     */
    public boolean isFailure() {
        return this == CREDENTIALS_REFUSED || this == UNREACHABLE || this == UNUSABLE_ANSWER;
    }

    /**
     * Returns an explanation for a caller who misses the data, with the fix.
     *
     * @return a sentence without its full stop; empty for {@link #NOT_OFFERED}, {@link #NOT_NEEDED} and
     *     {@link #FETCHED}
     */
    public Optional<String> explanation() {
        return Optional.ofNullable(explanation);
    }
}
