package io.github.onet4j.match;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.OptionCheck;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates of what O*NET would rate: the level and the importance of each element of a domain, with standard errors,
 * for occupations that are not rated. They are made by kriging over all occupations that are rated in full. The
 * covariance of two occupations is
 *
 * <pre>
 * .15 cos(titles) + .55 cos(work) + .50 cos(related) + .14 exp(−Δz²/2) + .25 exp(−|Δi|²/8)
 * </pre>
 *
 * and .46 more of an occupation with itself. The cosines are of the words of the titles, the words on the work, and the
 * lists of related occupations; Δz is the difference between the job zones, Δi that between the scores of interests in
 * standard deviations. What the occupation or the release lacks is left out of the covariances of all, and without
 * tasks, titles and descriptions alone are compared. The standard error of an element is what the covariances expect,
 * times the root mean square of the errors of that element, in such terms, when each rated occupation is estimated from
 * the others. The page on matching has the evidence.
 *
 * <p>Immutable and safe for use by several threads. It keeps the release that it was built from, and some 15 MB. To
 * read it takes a second, the first estimate by the same evidence half a second more, and any other some milliseconds:
 * build it once.
 */
public final class Estimates {
    private static final Comparator<OccupationWeight> LARGEST_FIRST = Comparator.comparingDouble(
                    OccupationWeight::weight)
            .reversed()
            .thenComparing(weighed -> weighed.occupation().code());

    private final Domain domain;
    private final ReleaseTexts texts;
    private final Covariance covariance;
    private final List<Element> elements;
    private final List<Occupation> rated;
    private final Map<OnetSocCode, Integer> rowOfRated = new HashMap<>();
    private final List<RatingSources> sources;
    /** By the evidence that is left out. */
    private final Map<Set<Evidence>, Fit> fits = new ConcurrentHashMap<>();

    // By element, then rated occupation.
    private final double[][] levels;
    private final double[][] importances;

    private Estimates(OnetCatalog catalog, Domain domain) {
        this.domain = domain;
        texts = ReleaseTexts.read(catalog);
        covariance = new Covariance(texts, catalog);
        elements = catalog.elements(domain);
        List<Profile> profiles = ratedInFull(catalog);
        rated = profiles.stream().map(Profile::occupation).toList();
        rated.forEach(occupation -> rowOfRated.put(occupation.code(), rowOfRated.size()));
        sources = profiles.stream().map(RatingSources::of).toList();
        levels = values(profiles, RatedElement::level);
        importances = values(profiles, RatedElement::importance);
        texts.requireSameRelease(catalog);
    }

    /**
     * Reads a release. It asks the catalog for the related occupations of each occupation, which a database answers one
     * by one: pass its snapshot.
     *
     * @param catalog the catalog; of the release's files or the snapshot of a database, as a web service takes many
     *     requests for this
     * @param domain a domain whose elements are rated by level and importance
     * @return the estimates
     * @throws IllegalArgumentException if the domain is not rated by level
     * @throws IllegalStateException if another release was activated while it was read
     */
    public static Estimates of(OnetCatalog catalog, Domain domain) {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(domain, "domain");
        OptionCheck.check(domain.hasLevels(), "domain", "rated by level", domain);
        return new Estimates(catalog, domain);
    }

    private List<Profile> ratedInFull(OnetCatalog catalog) {
        List<OnetSocCode> codes =
                catalog.ratedOccupations(domain).stream().map(Occupation::code).toList();
        return catalog.profiles(domain, codes).stream()
                .filter(profile -> profile.coverage() == Coverage.RATED)
                .filter(profile -> texts.findRow(profile.occupation().code()) != null)
                .toList();
    }

    private double[][] values(List<Profile> profiles, Function<RatedElement, Optional<Rating>> scale) {
        double[][] values = new double[elements.size()][profiles.size()];
        for (int column = 0; column < values.length; column++) {
            String id = elements.get(column).id();
            for (int row = 0; row < profiles.size(); row++) {
                values[column][row] = profiles.get(row)
                        .findElement(id)
                        .flatMap(scale)
                        .orElseThrow()
                        .value();
            }
        }
        return values;
    }

    private Fit fit(Set<Evidence> without) {
        Kriging kriging = new Kriging(rated.stream()
                .map(occupation -> covariances(occupation, without))
                .toArray(double[][]::new));
        return new Fit(kriging, scales(kriging, levels), scales(kriging, importances));
    }

    private static double[] scales(Kriging kriging, double[][] values) {
        return Stream.of(values).mapToDouble(kriging::scale).toArray();
    }

    /** The covariances of an occupation with those that are rated. */
    private double[] covariances(Occupation occupation, Set<Evidence> without) {
        double[] withAll = covariance.row(texts.row(occupation.code()), without);
        return rated.stream()
                .mapToDouble(other -> withAll[texts.row(other.code())])
                .toArray();
    }

    /**
     * Returns the release that the estimates are of.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return texts.release();
    }

    /**
     * Returns the domain that is estimated.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Returns the occupations that estimates are made of: those whose elements all have a level and an importance.
     *
     * @return the occupations, by code
     */
    public List<Occupation> rated() {
        return rated;
    }

    /**
     * Estimates the ratings of an occupation.
     *
     * @param code the occupation; if it is rated, its own ratings are left out
     * @return the estimate
     * @throws io.github.onet4j.OccupationNotFoundException if the release has no such occupation
     * @throws NotEstimableException if it can't be estimated
     */
    public Estimate estimate(OnetSocCode code) {
        return estimate(code, Set.of());
    }

    /**
     * Estimates the ratings of an occupation as if some others were not rated.
     *
     * @param code the occupation; if it is rated, its own ratings are left out
     * @param without the others to leave out; those that are not rated make no difference
     * @return the estimate
     * @throws io.github.onet4j.OccupationNotFoundException if the release has no such occupation
     * @throws NotEstimableException if it can't be estimated
     */
    public Estimate estimate(OnetSocCode code, Set<OnetSocCode> without) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(without, "without");
        int row = texts.row(code);
        Occupation occupation = texts.occupations().get(row);
        BitSet leftOut = leftOut(code, without);
        if (rated.size() < 2 || leftOut.cardinality() == rated.size()) {
            throw new NotEstimableException(
                    occupation, domain, "fewer than two occupations are rated in full, or no other one");
        }
        Set<Evidence> missing = covariance.missing(row);
        Fit fit = fits.computeIfAbsent(missing, this::fit);
        double[] covariances = covariances(occupation, missing);
        if (usedRows(leftOut).allMatch(other -> covariances[other] == 0)) {
            throw new NotEstimableException(
                    occupation, domain, "it has nothing in common with any that is rated in full");
        }
        double[] weights = fit.kriging.weights(covariances, leftOut);
        double error = Math.sqrt(covariance.variance(missing) - Kriging.product(covariances, weights));
        RatingSources used = new RatingSources();
        usedRows(leftOut).forEach(other -> used.add(sources.get(other)));
        return new Estimate(
                release(),
                occupation,
                domain,
                elements(fit, weights, error, leftOut),
                madeOf(weights, leftOut),
                missing,
                used.origins(),
                used.oldest(),
                used.newest());
    }

    private BitSet leftOut(OnetSocCode code, Set<OnetSocCode> without) {
        BitSet leftOut = new BitSet();
        for (OnetSocCode each : List.copyOf(without)) {
            Integer row = rowOfRated.get(each);
            if (row != null) {
                leftOut.set(row);
            }
        }
        Integer own = rowOfRated.get(code);
        if (own != null) {
            leftOut.set(own);
        }
        return leftOut;
    }

    private IntStream usedRows(BitSet leftOut) {
        return IntStream.range(0, rated.size()).filter(row -> !leftOut.get(row));
    }

    private List<EstimatedElement> elements(Fit fit, double[] weights, double error, BitSet leftOut) {
        List<EstimatedElement> estimated = new ArrayList<>();
        for (int column = 0; column < elements.size(); column++) {
            double level = value(levels[column], weights, leftOut);
            double importance = value(importances[column], weights, leftOut);
            estimated.add(new EstimatedElement(
                    elements.get(column),
                    Math.min(7, Math.max(0, level)),
                    fit.levelScales[column] * error,
                    Math.min(5, Math.max(1, importance)),
                    fit.importanceScales[column] * error));
        }
        return estimated;
    }

    private double value(double[] values, double[] weights, BitSet leftOut) {
        double mean =
                usedRows(leftOut).mapToDouble(row -> values[row]).average().orElseThrow();
        return mean
                + usedRows(leftOut)
                        .mapToDouble(row -> weights[row] * (values[row] - mean))
                        .sum();
    }

    private List<OccupationWeight> madeOf(double[] weights, BitSet leftOut) {
        return usedRows(leftOut)
                .mapToObj(row -> new OccupationWeight(rated.get(row), weights[row]))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /** What follows from the covariances by the evidence that an occupation has. */
    private static final class Fit {
        final Kriging kriging;
        final double[] levelScales;
        final double[] importanceScales;

        Fit(Kriging kriging, double[] levelScales, double[] importanceScales) {
            this.kriging = kriging;
            this.levelScales = levelScales;
            this.importanceScales = importanceScales;
        }
    }

    /** Returns the number of rated occupations, the domain and the release. */
    @Override
    public String toString() {
        return domain.label() + " from " + rated.size() + " rated occupations, O*NET "
                + release().version();
    }
}
