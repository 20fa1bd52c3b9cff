package io.github.onet4j.examples.assistants;

import io.github.onet4j.AmbiguousTitleException;
import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import java.util.Collection;

/** Finds the occupations that arguments name. */
final class Occupations {
    /** How the schemas describe an occupation. */
    static final String CODE_OR_TITLE = "O*NET-SOC code such as 15-1251.00, which is surest, or title";

    private Occupations() {}

    /** Returns the occupation that an argument names by code or title. */
    static Occupation require(OnetCatalog catalog, String argument, String codeOrTitle) {
        try {
            return catalog.requireOccupation(codeOrTitle);
        } catch (OccupationNotFoundException | AmbiguousTitleException e) {
            throw RefusedCallException.of(e)
                    .map(refused -> new RefusedCallException(argument + ": " + refused.getMessage(), e))
                    .orElseThrow(() -> e);
        }
    }

    /** Refuses a domain that the release has no ratings of. */
    static void requireRatings(OnetCatalog catalog, Domain domain) {
        if (!catalog.domains().contains(domain)) {
            throw RefusedCallException.missing(domain, catalog.release().version());
        }
    }

    /** Refuses an occupation that is not among those that can be answered for, and names others that are. */
    static void requireAmong(
            Collection<Occupation> answered, Occupation occupation, OnetCatalog catalog, Domain... domains) {
        if (answered.contains(occupation)) {
            return;
        }
        for (Domain domain : domains) {
            if (catalog.coverage(occupation.code(), domain) != Coverage.RATED) {
                throw unrated(answered, occupation, catalog, domain);
            }
        }
        throw unrated(answered, occupation, catalog, domains[0]);
    }

    private static RefusedCallException unrated(
            Collection<Occupation> answered, Occupation occupation, OnetCatalog catalog, Domain domain) {
        return RefusedCallException.unrated(
                occupation,
                domain,
                catalog.release().version(),
                catalog.ratedAlternatives(occupation.code(), domain).stream()
                        .filter(answered::contains)
                        .toList());
    }
}
