package io.github.onet4j.internal;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Profile;

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
}
