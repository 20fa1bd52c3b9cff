package io.github.onet4j.internal;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Profile;
import java.util.List;
import java.util.Optional;

/** A catalog that remembers what it has read, so that a question about an answer need not be asked of the database. */
public interface RecentCatalog extends OnetCatalog {
    /**
     * Returns a catalog that answers which occupations are rated in the domain of a profile, and which are related to
     * its occupation, as of the revision that the last answers came from.
     *
     * @param profile an answer of this catalog
     * @return a catalog that answers from memory, or this one if the answers are not in memory
     */
    OnetCatalog asOf(Profile profile);

    /**
     * Returns the profiles of all occupations that are related to that of a profile, in its domain and as of the
     * revision that the last answers came from.
     *
     * @param profile an answer of this catalog
     * @return the profiles, closest occupation first, or nothing if one of them is not in memory
     */
    Optional<List<Profile>> relatedAsOf(Profile profile);
}
