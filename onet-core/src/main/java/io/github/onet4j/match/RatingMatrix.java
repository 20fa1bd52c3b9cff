package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.ImportanceWeight;
import io.github.onet4j.internal.OptionCheck;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ratings of a release side by side: for each occupation and element the level, its standard error, and the
 * importance, as arrays of numbers. It answers for all pairs in the time that
 * {@link io.github.onet4j.gap.SkillGapAnalyzer} takes for a few, with the same figures.
 *
 * <p>Its occupations are those that are rated in one of its domains at least; its elements are those of all its
 * domains. Readiness is over the elements of all domains together. It is computed for occupations that are rated on the
 * level of every element, and as targets on the importance of every element too: of any other it is unknown, and
 * {@code SkillGapAnalyzer} tells the bounds. Levels flagged Not Relevant count as they are.
 *
 * <p>Immutable and safe for use by several threads. It keeps the release that it was built from, whatever is activated
 * later, and 20 bytes for each occupation and element. Serializable for as long as both ends have the same version of
 * onet4j.
 */
@SuppressWarnings("serial") // its lists are of classes that are serializable
public final class RatingMatrix implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final ReleaseInfo release;
    private final List<Domain> domains;
    private final List<Occupation> occupations;
    private final List<Element> elements;
    private final transient Map<OnetSocCode, Integer> rowByCode;
    private final transient Map<String, Integer> columnById;

    // By element, then occupation: so the loops over occupations run through memory in order, and C2 vectorizes them.
    // NaN where there is no rating.
    private final double[][] level;
    private final double[][] weight;
    private final float[][] standardError;
    private final transient double[] needed;

    private RatingMatrix(
            ReleaseInfo release,
            List<Domain> domains,
            List<Occupation> occupations,
            List<Element> elements,
            double[][] level,
            double[][] weight,
            float[][] standardError) {
        this.release = release;
        this.domains = domains;
        this.occupations = occupations;
        this.elements = elements;
        this.level = level;
        this.weight = weight;
        this.standardError = standardError;
        rowByCode = new HashMap<>();
        occupations.forEach(occupation -> rowByCode.put(occupation.code(), rowByCode.size()));
        columnById = new HashMap<>();
        elements.forEach(element -> columnById.put(element.id(), columnById.size()));
        needed = needed();
    }

    /**
     * Reads the ratings of a release. It asks the catalog twice for each domain.
     *
     * @param catalog the catalog; of the database or the release's files, as a web service has no ratings of all
     *     occupations
     * @param domains one or more domains whose elements are rated by level and importance
     * @return the ratings
     * @throws IllegalArgumentException if there is no domain, or one that is not rated by level
     * @throws IllegalStateException if another release was activated while it was read
     */
    public static RatingMatrix of(OnetCatalog catalog, Domain... domains) {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(domains, "domains");
        List<Domain> distinct = Stream.of(domains).distinct().sorted().toList();
        OptionCheck.check(!distinct.isEmpty(), "domains", "one at least", "none");
        distinct.forEach(domain -> OptionCheck.check(domain.hasLevels(), "domains", "rated by level", domain));
        ReleaseInfo release = catalog.release();
        SortedMap<String, Element> elements = new TreeMap<>();
        SortedMap<OnetSocCode, Row> rows = new TreeMap<>();
        for (Domain domain : distinct) {
            catalog.elements(domain).forEach(element -> elements.put(element.id(), element));
            List<OnetSocCode> rated = catalog.ratedOccupations(domain).stream()
                    .map(Occupation::code)
                    .toList();
            for (Profile profile : catalog.profiles(domain, rated)) {
                requireSame(release, profile.release());
                Occupation occupation = profile.occupation();
                rows.computeIfAbsent(occupation.code(), code -> new Row(occupation, new ArrayList<>()))
                        .elements()
                        .addAll(profile.elements());
            }
        }
        return of(release, distinct, List.copyOf(elements.values()), List.copyOf(rows.values()));
    }

    private static RatingMatrix of(ReleaseInfo release, List<Domain> domains, List<Element> elements, List<Row> rows) {
        Map<Element, Integer> columns = new HashMap<>();
        elements.forEach(element -> columns.put(element, columns.size()));
        double[][] level = unknown(elements.size(), rows.size());
        double[][] weight = unknown(elements.size(), rows.size());
        float[][] standardError = new float[elements.size()][rows.size()];
        Stream.of(standardError).forEach(column -> Arrays.fill(column, Float.NaN));
        for (int row = 0; row < rows.size(); row++) {
            for (RatedElement rated : rows.get(row).elements()) {
                int column = Objects.requireNonNull(columns.get(rated.element()));
                level[column][row] = rated.level().map(Rating::value).orElse(Double.NaN);
                standardError[column][row] = rated.level()
                        .map(Rating::standardError)
                        .orElse(Double.NaN)
                        .floatValue();
                weight[column][row] = rated.importance()
                        .map(importance -> ImportanceWeight.of(importance.value()))
                        .orElse(Double.NaN);
            }
        }
        List<Occupation> occupations = rows.stream().map(Row::occupation).toList();
        return new RatingMatrix(release, domains, occupations, elements, level, weight, standardError);
    }

    private static void requireSame(ReleaseInfo release, ReleaseInfo other) {
        if (!release.equals(other)) {
            throw new IllegalStateException("the catalog went over from O*NET " + release.version() + " to "
                    + other.version() + " while it was read; read it again");
        }
    }

    private static double[][] unknown(int columns, int rows) {
        double[][] unknown = new double[columns][rows];
        Stream.of(unknown).forEach(column -> Arrays.fill(column, Double.NaN));
        return unknown;
    }

    private double[] needed() {
        double[] sums = new double[occupations.size()];
        for (int column = 0; column < elements.size(); column++) {
            for (int row = 0; row < sums.length; row++) {
                sums[row] += weight[column][row] * level[column][row];
            }
        }
        return sums;
    }

    private int row(OnetSocCode code, String parameter) {
        Integer row = rowByCode.get(Objects.requireNonNull(code, parameter));
        if (row == null) {
            throw new IllegalArgumentException("occupation must be one of occupations(), those of O*NET "
                    + release.version() + " that are rated in "
                    + domains.stream().map(Domain::label).collect(Collectors.joining(" or ")) + ", but was " + code);
        }
        return row;
    }

    private int column(String elementId) {
        Integer column = columnById.get(Objects.requireNonNull(elementId, "elementId"));
        OptionCheck.check(column != null, "element", "one of elements()", elementId);
        return Objects.requireNonNull(column);
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
     * Returns the domains of the elements.
     *
     * @return the domains, in the order of their enum
     */
    public List<Domain> domains() {
        return domains;
    }

    /**
     * Returns the occupations with a rating.
     *
     * @return the occupations by code
     */
    public List<Occupation> occupations() {
        return occupations;
    }

    /**
     * Returns the elements of all domains.
     *
     * @return the elements by id
     */
    public List<Element> elements() {
        return elements;
    }

    /**
     * Returns a level.
     *
     * @param code the occupation
     * @param elementId the element
     * @return the level, 0 to 7; empty if it is not rated
     * @throws IllegalArgumentException if the occupation is not among the {@link #occupations}, or the element not
     *     among the {@link #elements}
     */
    public OptionalDouble level(OnetSocCode code, String elementId) {
        Objects.requireNonNull(elementId, "elementId");
        int row = row(code, "code");
        return known(level[column(elementId)][row]);
    }

    /**
     * Returns an importance.
     *
     * @param code the occupation
     * @param elementId the element
     * @return the importance, 1 to 5; empty if it is not rated
     * @throws IllegalArgumentException if the occupation is not among the {@link #occupations}, or the element not
     *     among the {@link #elements}
     */
    public OptionalDouble importance(OnetSocCode code, String elementId) {
        Objects.requireNonNull(elementId, "elementId");
        int row = row(code, "code");
        return known(released(1 + 4 * weight[column(elementId)][row]));
    }

    /**
     * Returns the standard error of a level.
     *
     * @param code the occupation
     * @param elementId the element
     * @return the standard error; empty if the level is not rated, or has none
     * @throws IllegalArgumentException if the occupation is not among the {@link #occupations}, or the element not
     *     among the {@link #elements}
     */
    public OptionalDouble standardError(OnetSocCode code, String elementId) {
        Objects.requireNonNull(elementId, "elementId");
        int row = row(code, "code");
        return known(released(standardError[column(elementId)][row]));
    }

    /** Returns a released figure, which has at most four decimals, as it was before it became a weight or a float. */
    private static double released(double kept) {
        return Math.rint(kept * 1e4) / 1e4;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Computes the readiness of every occupation for every other, on the calling thread.
     *
     * @return the readiness of all pairs
     */
    public ReadinessMatrix readiness() {
        return readiness(Runnable::run, 1);
    }

    /**
     * Computes the readiness of every occupation for every other.
     *
     * @param executor runs the parts; the calling thread waits for them
     * @param parts the number of parts, at least 1; as many as there are threads will do
     * @return the readiness of all pairs, whatever the number of parts
     */
    public ReadinessMatrix readiness(Executor executor, int parts) {
        return readiness(executor, parts, 0);
    }

    /**
     * Computes the readiness of every occupation for every other, with what each pair lacks most.
     *
     * @param executor runs the parts; the calling thread waits for them
     * @param parts the number of parts, at least 1; as many as there are threads will do
     * @param largestGaps the number of gaps to keep for each pair, at least 0: 12 bytes for each gap and pair
     * @return the readiness of all pairs
     */
    public ReadinessMatrix readiness(Executor executor, int parts, int largestGaps) {
        Objects.requireNonNull(executor, "executor");
        OptionCheck.check(parts >= 1, "parts", "at least 1", parts);
        OptionCheck.check(largestGaps >= 0, "largestGaps", "at least 0", largestGaps);
        int targets = occupations.size();
        PairFigures figures = new PairFigures(level, weight, needed, largestGaps);
        CompletableFuture<?>[] running = IntStream.range(0, Math.min(parts, Math.max(1, targets)))
                .mapToObj(part -> CompletableFuture.runAsync(
                        () -> figures.compute(share(part, parts, targets), share(part + 1, parts, targets)), executor))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(running).join();
        return new ReadinessMatrix(release, occupations, elements, this::row, figures);
    }

    private static int share(int part, int parts, int of) {
        return (int) ((long) of * part / Math.min(parts, Math.max(1, of)));
    }

    /**
     * Returns the targets of an occupation, best first.
     *
     * @param from the source
     * @param order what makes a target better; equal ones are ordered by code
     * @param limit the largest number of targets, at least 1
     * @return the occupations that readiness is known for, without the source; empty if the source has an unknown level
     * @throws IllegalArgumentException if the occupation is not among the {@link #occupations}
     */
    public List<RankedTarget> targets(OnetSocCode from, TargetOrder order, int limit) {
        Objects.requireNonNull(order, "order");
        int source = row(from, "from");
        double[] levels = new double[elements.size()];
        for (int column = 0; column < levels.length; column++) {
            levels[column] = level[column][source];
        }
        return rank(levels, order, limit, source);
    }

    /**
     * Returns the targets of somebody with given levels, best first.
     *
     * @param levels the levels by element id, 0 to 7, of every element
     * @param order what makes a target better; equal ones are ordered by code
     * @param limit the largest number of targets, at least 1
     * @return the occupations that readiness is known for
     * @throws IllegalArgumentException if a level is missing or out of range, or of an element that is not
     *     {@linkplain #elements here}
     */
    public List<RankedTarget> targets(Map<String, Double> levels, TargetOrder order, int limit) {
        Objects.requireNonNull(levels, "levels");
        Objects.requireNonNull(order, "order");
        levels.keySet().forEach(this::column);
        double[] ofAll = new double[elements.size()];
        for (int column = 0; column < ofAll.length; column++) {
            Double value = levels.get(elements.get(column).id());
            OptionCheck.check(
                    value != null && value >= 0 && value <= 7, "level of " + elements.get(column), "0 to 7", value);
            ofAll[column] = Objects.requireNonNull(value);
        }
        return rank(ofAll, order, limit, -1);
    }

    private List<RankedTarget> rank(double[] levels, TargetOrder order, int limit, int without) {
        OptionCheck.check(limit >= 1, "limit", "at least 1", limit);
        TargetFigures figures = TargetFigures.of(level, weight, needed, levels);
        return figures.best(order, limit, without).stream()
                .map(row -> new RankedTarget(occupations.get(row), figures.readiness(row), figures.distance(row)))
                .toList();
    }

    /** Returns the levels by occupation, then element; NaN where there is no rating. */
    double[][] levels() {
        return PairFigures.transposed(level);
    }

    /** Returns the weights by occupation, then element; NaN where there is no rating. */
    double[][] weights() {
        return PairFigures.transposed(weight);
    }

    @Serial
    private Object readResolve() {
        return new RatingMatrix(release, domains, occupations, elements, level, weight, standardError);
    }

    /** Returns the sizes, the domains and the release. */
    @Override
    public String toString() {
        return occupations.size() + " occupations x " + elements.size() + " elements in "
                + domains.stream().map(Domain::label).collect(Collectors.joining(" and ")) + ", O*NET "
                + release.version();
    }

    /** What is known of an occupation. */
    private record Row(Occupation occupation, List<RatedElement> elements) {}
}
