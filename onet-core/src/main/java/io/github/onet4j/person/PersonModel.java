package io.github.onet4j.person;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.OptionCheck;
import io.github.onet4j.match.RatingMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a release says about the levels of a person of whom little is known. Levels are multivariate normal, so that one
 * answer also tells of the elements that nobody asked about.
 *
 * <p>Without a history, mean and covariance are those of the occupations that are rated on the level of every element.
 * With one occupation h held, the mean is h's levels; the covariance is the mean of ΔΔᵀ, where Δ is the difference
 * between the levels of an occupation and one of its first ten related ones, plus the square of h's standard errors,
 * each at least .125. Where the release relates no occupations, the covariance among all takes its place.
 *
 * <p>With several held, the mean is the highest level of each element, since nobody loses a level by holding another
 * occupation too. Nobody is sure to keep it either: the covariance gains Σ p·ddᵀ, where d is an occupation's levels
 * less the highest ones, and p the part of the years spent in it; equal parts unless all years are known.
 *
 * <p>Each stated level narrows the distribution as an observation with an independent normal error, in whatever order.
 *
 * <p>Immutable and safe for use by several threads. It keeps the release that it was built from, and nothing of any
 * person. To build it asks for the ratings once and for the related occupations of each rated one: build it once, from
 * a release on disk or a snapshot of the database.
 */
public final class PersonModel {
    private static final int NEAREST_RELATED = 10;

    private final RatingMatrix matrix;
    private final Map<OnetSocCode, Occupation> occupations = new TreeMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final RatedLevels rated;
    private final LevelPrior prior;

    private PersonModel(OnetCatalog catalog, RatingMatrix matrix) {
        this.matrix = matrix;
        catalog.occupations().forEach(occupation -> occupations.put(occupation.code(), occupation));
        matrix.elements().forEach(element -> columns.put(element.id(), columns.size()));
        rated = new RatedLevels(matrix);
        OptionCheck.check(
                rated.size() >= 2,
                "catalog",
                "of a release that rates the level of all " + labels() + " in two occupations at least",
                "O*NET " + matrix.release().version() + " with " + rated.size());
        prior = new LevelPrior(
                rated,
                IntStream.range(0, rated.size())
                        .mapToObj(row -> related(catalog, rated.occupation(row).code()))
                        .toList());
    }

    /**
     * Reads a release.
     *
     * @param catalog the catalog; a web service has no ratings of all occupations
     * @param domains one or more domains whose elements are rated by level and importance; readiness is over the
     *     elements of all together
     * @return the model
     * @throws IllegalArgumentException if there is no domain, or one that is not rated by level, or if fewer than two
     *     occupations are rated on the level of every element
     * @throws IllegalStateException if another release was activated while it was read
     */
    public static PersonModel of(OnetCatalog catalog, Domain... domains) {
        PersonModel model = new PersonModel(catalog, RatingMatrix.of(catalog, domains));
        if (!catalog.release().equals(model.release())) {
            throw new IllegalStateException(
                    "the catalog went over from O*NET " + model.release().version() + " to "
                            + catalog.release().version() + " while it was read; read it again");
        }
        return model;
    }

    private List<Integer> related(OnetCatalog catalog, OnetSocCode code) {
        return catalog.relatedOccupations(code).stream()
                .limit(NEAREST_RELATED)
                .map(RelatedOccupation::occupation)
                .flatMap(occupation -> rated.row(occupation.code()).stream())
                .toList();
    }

    /**
     * Returns the release that the model was built from.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return matrix.release();
    }

    /**
     * Returns the elements of all domains.
     *
     * @return the elements by id
     */
    public List<Element> elements() {
        return matrix.elements();
    }

    /**
     * Returns the occupations that readiness can be estimated for: those that are rated on level and importance of
     * every element and need one at least.
     *
     * @return the occupations by code
     */
    public List<Occupation> targets() {
        return IntStream.range(0, rated.size())
                .filter(row -> rated.needed(row) > 0)
                .mapToObj(rated::occupation)
                .toList();
    }

    /**
     * Estimates the levels of a person.
     *
     * @param person what is known of the person
     * @return the levels
     * @throws OccupationNotFoundException if the release lacks an occupation that is held
     * @throws IllegalArgumentException if a level is stated of what is not among the {@link #elements}
     */
    public PersonEstimate estimate(PersonProfile person) {
        Objects.requireNonNull(person, "person");
        List<Occupation> held = new ArrayList<>();
        List<HeldOccupation> used = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (HeldOccupation holding : person.held()) {
            held.add(requireOccupation(holding.code()));
            Optional<Integer> row = rated.row(holding.code());
            row.ifPresent(rows::add);
            row.ifPresent(of -> used.add(holding));
        }
        MultivariateNormal levels =
                rows.isEmpty() ? prior.withoutHistory() : prior.withHistory(rows, partsOfTime(used));
        observe(levels, person.known());
        observe(levels, person.selfAssessed());
        return new PersonEstimate(this, person, held, levels);
    }

    private static double[] partsOfTime(List<HeldOccupation> held) {
        boolean known = held.stream().allMatch(holding -> holding.years() != null);
        double[] years = held.stream()
                .mapToDouble(holding -> known ? Objects.requireNonNull(holding.years()) : 1)
                .toArray();
        double all = DoubleStream.of(years).sum();
        return DoubleStream.of(years).map(of -> of / all).toArray();
    }

    /** Observes in the order of ids, so that the same answers give the same last digit. */
    private void observe(MultivariateNormal levels, Map<String, StatedLevel> stated) {
        SortedMap<Integer, StatedLevel> byColumn = new TreeMap<>();
        stated.forEach((id, level) -> byColumn.put(column(id), level));
        byColumn.forEach((column, level) -> levels.observe(column, level.level(), level.standardDeviation()));
    }

    private int column(String elementId) {
        Integer column = columns.get(elementId);
        OptionCheck.check(column != null, "element", "one of elements(), those of " + labels(), elementId);
        return Objects.requireNonNull(column);
    }

    private String labels() {
        return matrix.domains().stream().map(Domain::label).collect(Collectors.joining(" and "));
    }

    private Occupation requireOccupation(OnetSocCode code) {
        Occupation occupation = occupations.get(code);
        if (occupation == null) {
            throw new OccupationNotFoundException(
                    code, release().version(), occupations.values(), FetchOutcome.NOT_OFFERED);
        }
        return occupation;
    }

    /** Returns the row of an occupation that readiness can be estimated for. */
    int targetRow(OnetSocCode code) {
        Occupation occupation = requireOccupation(code);
        Optional<Integer> row = rated.row(code).filter(of -> rated.needed(of) > 0);
        OptionCheck.check(
                row.isPresent(),
                "target",
                "one of targets(), those of O*NET " + release().version() + " that are rated in all " + labels(),
                occupation);
        return row.orElseThrow();
    }

    RatedLevels rated() {
        return rated;
    }

    RatingMatrix matrix() {
        return matrix;
    }

    /** Returns the sizes, the domains and the release. */
    @Override
    public String toString() {
        return "levels of persons by " + rated.size() + " occupations x "
                + elements().size() + " elements in " + labels() + ", O*NET "
                + release().version();
    }
}
