package io.github.onet4j.compare;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.gap.GapOptions;
import java.util.List;
import java.util.Objects;

/**
 * Compares two releases: what they list, how they rate it, and how readiness moved between them. Occupations are joined
 * by code and elements by id, never by name.
 *
 * <p>Holds nothing but its two catalogs and is as safe for use by many threads as they are. Each answer is computed
 * when it is asked for, from whole tables: compare releases on disk, {@code Onet.catalog(StoredRelease)} or
 * {@code Onet.snapshot()}. A catalog of O*NET Web Services asks the service for each occupation alone.
 */
public final class ReleaseComparison {
    private final ComparedCatalog earlier;
    private final ComparedCatalog later;

    private ReleaseComparison(ComparedCatalog earlier, ComparedCatalog later) {
        this.earlier = earlier;
        this.later = later;
    }

    /**
     * Compares the releases of two catalogs.
     *
     * @param earlier a catalog of the earlier release
     * @param later a catalog of the later release, which may be of the same version
     * @return the comparison
     * @throws IllegalArgumentException if the releases are in the wrong order, or a version is not made of numbers
     */
    public static ReleaseComparison of(OnetCatalog earlier, OnetCatalog later) {
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(later, "later");
        ComparedCatalog first = new ComparedCatalog(earlier);
        ComparedCatalog second = new ComparedCatalog(later);
        if (first.version().compareTo(second.version()) > 0) {
            throw new IllegalArgumentException("earlier must not be newer than later, but they are O*NET "
                    + first.version() + " and " + second.version() + "; swap them");
        }
        return new ReleaseComparison(first, second);
    }

    /**
     * Returns the earlier release.
     *
     * @return the release that its catalog had when this comparison was made
     */
    public ReleaseInfo earlier() {
        return earlier.release();
    }

    /**
     * Returns the later release.
     *
     * @return the release that its catalog had when this comparison was made
     */
    public ReleaseInfo later() {
        return later.release();
    }

    /**
     * Returns the known changes of method, layout or scales between the two releases. Read them before you read a
     * difference as a change of the work.
     *
     * @return the seams after the earlier version, up to and with the later one, earliest first; those that nobody has
     *     written down are not among them
     */
    public List<Seam> seams() {
        return Seam.KNOWN.stream()
                .filter(seam -> {
                    ReleaseVersion version = ReleaseVersion.parse(seam.version());
                    return version.compareTo(earlier.version()) > 0 && version.compareTo(later.version()) <= 0;
                })
                .toList();
    }

    /**
     * Compares the occupations.
     *
     * @return the changes; an occupation is changed if it has another title
     */
    public Changes<Occupation> occupations() {
        return Changes.of(
                earlier.occupations(), later.occupations(), (a, b) -> a.title().equals(b.title()), attribution());
    }

    /**
     * Compares the elements that are rated in a domain.
     *
     * @param domain a domain
     * @return the changes; an element is changed if it has another name
     */
    public Changes<Element> elements(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return Changes.of(
                earlier.elements(domain),
                later.elements(domain),
                (a, b) -> a.name().equals(b.name()),
                attribution());
    }

    /**
     * Compares the ratings of a domain, on all scales.
     *
     * @param domain a domain
     * @return the changes
     * @throws IllegalStateException if a catalog answers from another release by now
     */
    public RatingChanges ratings(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return new RatingJoin(earlier, later, domain).changes();
    }

    /**
     * Compares the job zones.
     *
     * @return the changes; a job zone is changed if the occupation is in another one, whatever date and source are
     */
    public Changes<JobZone> jobZones() {
        return Changes.of(earlier.jobZones(), later.jobZones(), (a, b) -> a.zone() == b.zone(), attribution());
    }

    /**
     * Compares the lists of related occupations.
     *
     * @return the changes
     */
    public RelatedChanges relatedOccupations() {
        return new RelatedJoin(earlier, later).changes(attribution());
    }

    /**
     * Explains how the readiness of one occupation for another moved between the releases.
     *
     * @param from the source's code
     * @param to the target's code
     * @param options the options of the gap; they must not ask for estimates or assessed levels, of which there are no
     *     two dated ratings to compare
     * @return the drift; if an occupation is unrated in a release, one without figures that says so
     * @throws IllegalArgumentException if the options ask for estimates or assessed levels
     * @throws OccupationNotFoundException if neither release has an occupation
     * @throws IllegalStateException if a catalog answers from another release by now
     */
    public GapDrift drift(OnetSocCode from, OnetSocCode to, GapOptions options) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(options, "options");
        return new PairDrift(earlier, later, options).of(occupation(from), occupation(to));
    }

    /**
     * Returns the credit that the license of the data asks for. Show it wherever you show a difference between the
     * releases.
     *
     * @return the attribution of both releases
     */
    public String attribution() {
        return ComparedCatalog.attribution(
                earlier.release().attribution(), later.release().attribution());
    }

    /** Returns both versions, for example {@code O*NET 29.3 to 30.1}. */
    @Override
    public String toString() {
        return "O*NET " + earlier.version() + " to " + later.version();
    }

    private Occupation occupation(OnetSocCode code) {
        return later.findOccupation(code)
                .orElseGet(() -> earlier.findOccupation(code).orElseGet(() -> later.requireOccupation(code)));
    }
}
