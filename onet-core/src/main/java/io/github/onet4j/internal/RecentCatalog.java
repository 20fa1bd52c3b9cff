package io.github.onet4j.internal;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Profile;
import java.util.function.Function;

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
     * Returns what follows from all that is stored of the release of a profile. It is derived once for each domain and
     * kept as long as the revision is in memory.
     *
     * @param profile an answer of this catalog, whose domain counts
     * @param type the type of what is derived, of which there is one for each domain
     * @param derivation derives it from a catalog that answers from memory, in that release
     * @return what was derived, by this call or another
     */
    <T> T derived(Profile profile, Class<T> type, Function<OnetCatalog, T> derivation);
}
