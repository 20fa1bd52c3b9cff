package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Profile;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.RecentCatalog;
import io.github.onet4j.internal.web.ServiceCatalog;
import io.github.onet4j.match.Estimates;
import io.github.onet4j.match.NotEstimableException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The estimates of one release, which take a second or two to make: by the catalog as long as it has the revision in
 * memory, or if it keeps nothing, here. Thread-safe.
 */
final class KeptEstimates {
    private final Map<Domain, Estimates> byDomain = new EnumMap<>(Domain.class);
    private @Nullable ReleaseInfo release;

    /** Tells whether a catalog has the ratings of all occupations at hand. */
    static boolean canBeMade(OnetCatalog catalog) {
        return !(catalog instanceof ServiceCatalog);
    }

    /** Returns estimates in the domain and the release of a profile. */
    Estimates of(OnetCatalog catalog, Profile unrated) {
        if (!canBeMade(catalog)) {
            throw new NotEstimableException(
                    unrated.occupation(),
                    unrated.domain(),
                    "an estimate takes the ratings of all occupations, which O*NET Web Services would have to be asked"
                            + " for one by one. Use a release on disk or in a database");
        }
        return catalog instanceof RecentCatalog recent
                ? recent.derived(unrated, Estimates.class, whole -> Estimates.of(whole, unrated.domain()))
                : kept(catalog, unrated);
    }

    private synchronized Estimates kept(OnetCatalog catalog, Profile unrated) {
        ReleaseInfo wanted = unrated.release();
        if (!wanted.equals(release)) {
            byDomain.clear();
            release = wanted;
        }
        Estimates estimates = byDomain.computeIfAbsent(unrated.domain(), domain -> Estimates.of(catalog, domain));
        if (!estimates.release().equals(wanted)) {
            byDomain.clear();
            throw new IllegalStateException("the catalog went over from O*NET " + wanted.version() + " to "
                    + estimates.release().version() + " during an analysis; analyze again");
        }
        return estimates;
    }
}
