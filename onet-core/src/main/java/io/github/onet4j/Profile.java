package io.github.onet4j;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ratings of one occupation in one domain, out of one release. Immutable. */
public final class Profile {
    private final ReleaseInfo release;
    private final Occupation occupation;
    private final Domain domain;
    private final Coverage coverage;
    private final List<RatedElement> elements;
    private final List<Element> unratedElements;
    private final FetchOutcome fetchOutcome;

    private Profile(
            ReleaseInfo release,
            Occupation occupation,
            Domain domain,
            Coverage coverage,
            List<RatedElement> elements,
            List<Element> unratedElements,
            FetchOutcome fetchOutcome) {
        this.release = release;
        this.occupation = occupation;
        this.domain = domain;
        this.coverage = coverage;
        this.elements = List.copyOf(elements);
        this.unratedElements = List.copyOf(unratedElements);
        this.fetchOutcome = fetchOutcome;
    }

    /**
     * Creates a profile, with its coverage computed from the elements. {@link #fetchOutcome} is
     * {@link FetchOutcome#NOT_NEEDED} if anything is rated, otherwise {@link FetchOutcome#NOT_OFFERED}.
     *
     * @param release the release of the ratings
     * @param occupation the occupation
     * @param domain the domain
     * @param elements the rated elements, by element id
     * @param elementsInDomain all elements that the release rates in the domain, by element id
     * @return the profile
     */
    public static Profile of(
            ReleaseInfo release,
            Occupation occupation,
            Domain domain,
            List<RatedElement> elements,
            Collection<Element> elementsInDomain) {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(elements, "elements");
        Objects.requireNonNull(elementsInDomain, "elementsInDomain");
        return new Profile(
                release,
                occupation,
                domain,
                coverage(elements, elementsInDomain.size()),
                elements,
                unrated(elements, elementsInDomain),
                elements.isEmpty() ? FetchOutcome.NOT_OFFERED : FetchOutcome.NOT_NEEDED);
    }

    /**
     * Returns the release of the ratings.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return release;
    }

    /**
     * Returns the occupation.
     *
     * @return the occupation
     */
    public Occupation occupation() {
        return occupation;
    }

    /**
     * Returns the domain.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Returns how much of the domain O*NET rates.
     *
     * @return the coverage; {@link Coverage#UNRATED} goes with an empty list, except where a language model
     *     {@linkplain Origin.Kind#ASSESSED assigned} the levels
     */
    public Coverage coverage() {
        return coverage;
    }

    /**
     * Returns the rated elements.
     *
     * @return the elements, by element id; those without a rating are left out
     */
    public List<RatedElement> elements() {
        return elements;
    }

    /**
     * Returns the elements of the domain that this occupation has no rating of. What nobody rated is unknown: neither
     * absent nor 0.
     *
     * @return the elements, by element id; empty if every element has a rating
     */
    public List<Element> unratedElements() {
        return unratedElements;
    }

    /**
     * Returns the outcome of asking O*NET Web Services for the ratings.
     *
     * @return the outcome
     */
    public FetchOutcome fetchOutcome() {
        return fetchOutcome;
    }

    /**
     * Returns this profile with another outcome of asking O*NET Web Services for the ratings.
     *
     * @param fetchOutcome the outcome
     * @return a copy of this profile
     */
    public Profile withFetchOutcome(FetchOutcome fetchOutcome) {
        Objects.requireNonNull(fetchOutcome, "fetchOutcome");
        return new Profile(release, occupation, domain, coverage, elements, unratedElements, fetchOutcome);
    }

    /**
     * Returns this profile with other elements, such as those that a language model assigned levels to. The coverage
     * remains that of O*NET's ratings.
     *
     * @param elements the rated elements, by element id
     * @return a copy of this profile
     */
    public Profile withElements(List<RatedElement> elements) {
        Objects.requireNonNull(elements, "elements");
        List<Element> inDomain = Stream.concat(
                        this.elements.stream().map(RatedElement::element), unratedElements.stream())
                .sorted(Comparator.comparing(Element::id))
                .toList();
        return new Profile(release, occupation, domain, coverage, elements, unrated(elements, inDomain), fetchOutcome);
    }

    /**
     * Finds an element by its id.
     *
     * @param elementId for example {@code 2.B.3.e}
     * @return the element as rated for this occupation, or nothing if it is not rated
     */
    public Optional<RatedElement> findElement(String elementId) {
        Objects.requireNonNull(elementId, "elementId");
        return elements.stream()
                .filter(rated -> rated.element().id().equals(elementId))
                .findFirst();
    }

    private static List<Element> unrated(List<RatedElement> elements, Collection<Element> inDomain) {
        if (elements.size() >= inDomain.size()) {
            return List.of();
        }
        Set<String> rated = elements.stream().map(each -> each.element().id()).collect(Collectors.toSet());
        return inDomain.stream()
                .filter(element -> !rated.contains(element.id()))
                .toList();
    }

    private static Coverage coverage(List<RatedElement> elements, int elementsInDomain) {
        if (elements.isEmpty()) {
            return Coverage.UNRATED;
        }
        int complete = 0;
        for (RatedElement rated : elements) {
            if (rated.isComplete()) {
                complete++;
            }
        }
        return complete >= elementsInDomain ? Coverage.RATED : Coverage.PARTIAL;
    }

    /** {@return {@link #release}, for serializers} */
    public ReleaseInfo getRelease() {
        return release;
    }

    /** {@return {@link #occupation}, for serializers} */
    public Occupation getOccupation() {
        return occupation;
    }

    /** {@return {@link #domain}, for serializers} */
    public Domain getDomain() {
        return domain;
    }

    /** {@return {@link #coverage}, for serializers} */
    public Coverage getCoverage() {
        return coverage;
    }

    /** {@return {@link #elements}, for serializers} */
    public List<RatedElement> getElements() {
        return elements;
    }

    /** {@return {@link #unratedElements}, for serializers} */
    public List<Element> getUnratedElements() {
        return unratedElements;
    }

    /** {@return {@link #fetchOutcome}, for serializers} */
    public FetchOutcome getFetchOutcome() {
        return fetchOutcome;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Profile that
                && release.equals(that.release)
                && occupation.equals(that.occupation)
                && domain == that.domain
                && coverage == that.coverage
                && elements.equals(that.elements)
                && unratedElements.equals(that.unratedElements)
                && fetchOutcome == that.fetchOutcome;
    }

    @Override
    public int hashCode() {
        return Objects.hash(release, occupation, domain, coverage, elements, unratedElements, fetchOutcome);
    }

    /** Returns one line, such as {@code Actuaries (15-2011.00): 35 skills of O*NET 29.3, RATED}. */
    @Override
    public String toString() {
        return occupation + ": " + elements.size() + " " + domain.label() + " of O*NET " + release.version() + ", "
                + coverage;
    }
}
