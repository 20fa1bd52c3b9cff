package io.github.onet4j;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The ratings of one occupation in one domain, out of one release.
 *
 * @param release the release that the ratings stand in
 * @param occupation the occupation
 * @param domain the domain
 * @param coverage how much of the domain O*NET rates; {@link Coverage#UNRATED} goes with an empty list, but where a language
 *     model {@linkplain Origin.Kind#ASSESSED assigned} the levels
 * @param elements the rated elements, by element id
 * @param fetchOutcome what came of asking O*NET Web Services for the ratings
 */
public record Profile(
        ReleaseInfo release,
        Occupation occupation,
        Domain domain,
        Coverage coverage,
        List<RatedElement> elements,
        FetchOutcome fetchOutcome) {
    /** Copies the list of elements. */
    public Profile {
        elements = List.copyOf(elements);
    }

    /**
     * Creates a profile, and its coverage from what is rated. Nobody was asked for the ratings: {@link #fetchOutcome} is
     * {@link FetchOutcome#NOT_NEEDED} if anything is rated, otherwise {@link FetchOutcome#NOT_OFFERED}.
     *
     * @param release the release that the ratings stand in
     * @param occupation the occupation
     * @param domain the domain
     * @param elements the rated elements, by element id
     * @param elementsInDomain all elements that the release rates in the domain
     * @return the profile
     */
    public static Profile of(
            ReleaseInfo release,
            Occupation occupation,
            Domain domain,
            List<RatedElement> elements,
            Collection<Element> elementsInDomain) {
        return new Profile(
                release,
                occupation,
                domain,
                coverage(elements, elementsInDomain.size()),
                elements,
                elements.isEmpty() ? FetchOutcome.NOT_OFFERED : FetchOutcome.NOT_NEEDED);
    }

    /**
     * Says what came of asking O*NET Web Services for the ratings.
     *
     * @param fetchOutcome what came of it
     * @return a copy of this profile
     */
    public Profile withFetchOutcome(FetchOutcome fetchOutcome) {
        return new Profile(release, occupation, domain, coverage, elements, fetchOutcome);
    }

    /**
     * Finds an element by its id.
     *
     * @param elementId for example {@code 2.B.3.e}
     * @return the element as rated for this occupation, or nothing if it is not rated
     */
    public Optional<RatedElement> findElement(String elementId) {
        return elements.stream()
                .filter(rated -> rated.element().id().equals(elementId))
                .findFirst();
    }

    private static Coverage coverage(List<RatedElement> elements, int elementsInDomain) {
        if (elements.isEmpty()) {
            return Coverage.UNRATED;
        }
        int complete = 0;
        for (RatedElement rated : elements) {
            if (rated.importance() != null && rated.level() != null) {
                complete++;
            }
        }
        return complete >= elementsInDomain ? Coverage.RATED : Coverage.PARTIAL;
    }
}
