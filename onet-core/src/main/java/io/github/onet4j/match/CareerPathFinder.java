package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.OptionCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds ways from one occupation to another over stops in between, each of which is a plausible move and makes the
 * hardest step easier.
 *
 * <p>Readiness is over all elements of skills and knowledge together. After a stop somebody has, in each element, the
 * highest level of all occupations visited. The shortfall of a step is 1 less the readiness for the occupation that it
 * leads to. For each number of stops the best path is that with the lowest hardest step, of equal ones that with the
 * smallest detour, of equal ones the first by the codes of its stops. A path is left out unless its hardest step is
 * lower by .01 at least than with fewer stops. The search is exact.
 *
 * <p>A move is plausible if the two occupations are close, with a {@link CloseOccupation#probability} of .10 at least,
 * and the job zone rises by one at most. Where one of the two has no job zone, closeness alone decides. Each stop must
 * raise the readiness for the target by .02 at least. The three figures are a judgement, and fitted to nothing.
 *
 * <p>A path explains what could be learned where. It is no advice, and it does not say that anybody moves so: the page
 * on matching tells what of it is arithmetic.
 *
 * <p>Immutable and safe for use by several threads. It keeps the release that it was built from. To build it takes some
 * seconds, an answer some milliseconds: build it once.
 */
public final class CareerPathFinder {
    private static final int DEFAULT_STOPS = 2;
    private static final int MOST_STOPS = 3;
    private static final double LEAST_PROBABILITY = .1;

    private static final Comparator<LearnedElement> LARGEST_FIRST = Comparator.comparingDouble(LearnedElement::share)
            .reversed()
            .thenComparing(learned -> learned.element().id());

    private final Closeness closeness;
    private final List<Occupation> occupations;
    private final List<Element> elements;
    private final Map<OnetSocCode, Integer> rows = new HashMap<>();
    private final Map<OnetSocCode, Integer> zones = new HashMap<>();
    private final MoveGraph graph;

    private CareerPathFinder(Closeness closeness, RatingMatrix matrix, List<JobZone> jobZones) {
        this.closeness = closeness;
        elements = matrix.elements();
        jobZones.forEach(zone -> zones.put(zone.occupation().code(), zone.zone()));
        double[][] levels = matrix.levels();
        double[][] weights = matrix.weights();
        int[] complete = IntStream.range(0, levels.length)
                .filter(row -> isComplete(levels[row], weights[row]))
                .toArray();
        occupations =
                Arrays.stream(complete).mapToObj(matrix.occupations()::get).toList();
        occupations.forEach(occupation -> rows.put(occupation.code(), rows.size()));
        graph = new MoveGraph(
                Arrays.stream(complete).mapToObj(row -> levels[row]).toArray(double[][]::new),
                Arrays.stream(complete).mapToObj(row -> weights[row]).toArray(double[][]::new),
                occupations.stream().map(this::moves).toArray(int[][]::new));
    }

    /** What one unknown figure makes unknown is not above 0. */
    private static boolean isComplete(double[] levels, double[] weights) {
        double needed = 0;
        for (int i = 0; i < levels.length; i++) {
            needed += weights[i] * levels[i];
        }
        return needed > 0;
    }

    private int[] moves(Occupation from) {
        return closeness
                .others(from.code())
                .filter(close -> rows.containsKey(close.occupation().code()))
                .filter(close ->
                        broken(from, close.occupation(), close.probability()).isEmpty())
                .mapToInt(close -> row(close.occupation()))
                .sorted()
                .toArray();
    }

    private Set<MoveRule> broken(Occupation from, Occupation to, double probability) {
        Set<MoveRule> broken = EnumSet.noneOf(MoveRule.class);
        if (probability < LEAST_PROBABILITY) {
            broken.add(MoveRule.CLOSENESS);
        }
        Integer zone = zones.get(from.code());
        Integer toZone = zones.get(to.code());
        if (zone != null && toZone != null && toZone > zone + 1) {
            broken.add(MoveRule.JOB_ZONE);
        }
        return broken;
    }

    /**
     * Reads a release.
     *
     * @param catalog the catalog; of the database or the release's files, as a web service has no ratings of all
     *     occupations
     * @return the finder of its paths
     * @throws IllegalArgumentException if the release lacks the ratings of skills or knowledge
     * @throws IllegalStateException if another release was activated while it was read
     */
    public static CareerPathFinder of(OnetCatalog catalog) {
        return of(catalog, Closeness.of(catalog), RatingMatrix.of(catalog, Domain.SKILLS, Domain.KNOWLEDGE));
    }

    /**
     * Builds a finder upon what was read of a release already.
     *
     * @param catalog the catalog, for the job zones
     * @param closeness the closeness of its occupations
     * @param matrix its ratings of skills and knowledge
     * @return the finder of its paths
     * @throws IllegalArgumentException if the matrix is of other domains, or if the release lacks the ratings of skills
     *     or knowledge
     * @throws IllegalStateException if the three are not of the same release
     */
    public static CareerPathFinder of(OnetCatalog catalog, Closeness closeness, RatingMatrix matrix) {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(closeness, "closeness");
        Objects.requireNonNull(matrix, "matrix");
        OptionCheck.check(
                matrix.domains().equals(List.of(Domain.SKILLS, Domain.KNOWLEDGE)),
                "matrix",
                "of skills and knowledge",
                matrix);
        for (Domain domain : matrix.domains()) {
            OptionCheck.check(
                    !catalog.elements(domain).isEmpty(),
                    "catalog",
                    "of a release with ratings of " + domain.label(),
                    catalog.release());
        }
        requireSame(catalog.release(), closeness.release());
        requireSame(catalog.release(), matrix.release());
        CareerPathFinder finder = new CareerPathFinder(closeness, matrix, catalog.jobZones());
        requireSame(catalog.release(), closeness.release());
        return finder;
    }

    private static void requireSame(ReleaseInfo release, ReleaseInfo other) {
        if (!release.equals(other)) {
            throw new IllegalStateException("the catalog has O*NET " + release.version()
                    + ", closeness or ratings those of " + other.version() + "; read all of them again");
        }
    }

    /**
     * Returns the release of the paths.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return closeness.release();
    }

    /**
     * Returns the occupations that a path can lead from, over and to.
     *
     * @return those rated by level and importance in every element of skills and knowledge, by code
     */
    public List<Occupation> occupations() {
        return occupations;
    }

    /**
     * Finds the paths with up to two stops.
     *
     * @param from the source
     * @param to the target
     * @return the paths, and the direct way beside them
     * @throws OccupationNotFoundException if the release lacks one of them
     * @throws IllegalArgumentException if one of them is not among the {@link #occupations}, or if they are the same
     */
    public CareerPaths paths(OnetSocCode from, OnetSocCode to) {
        return paths(from, to, DEFAULT_STOPS);
    }

    /**
     * Finds the paths with up to some stops.
     *
     * @param from the source
     * @param to the target
     * @param maxStops the largest number of stops, 0 to 3. Three make odd ways
     * @return the paths, and the direct way beside them
     * @throws OccupationNotFoundException if the release lacks one of them
     * @throws IllegalArgumentException if one of them is not among the {@link #occupations}, if they are the same, or
     *     if the number is out of range
     */
    public CareerPaths paths(OnetSocCode from, OnetSocCode to, int maxStops) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        int source = row(from, "from");
        int target = row(to, "to");
        OptionCheck.check(source != target, "to", "another occupation than from", to);
        OptionCheck.check(maxStops >= 0 && maxStops <= MOST_STOPS, "maxStops", "0 to " + MOST_STOPS, maxStops);
        CareerPath direct = path(source, target, new int[0]);
        List<CareerPath> paths = new PathSearch(graph, source, target, maxStops)
                .run().stream().map(stops -> path(source, target, stops)).toList();
        return new CareerPaths(
                release(),
                occupations.get(source),
                occupations.get(target),
                maxStops,
                direct,
                paths,
                paths.isEmpty() ? PathSearch.whyNone(graph, source, target, maxStops) : null,
                closeness.missing(),
                zones.isEmpty());
    }

    private int row(OnetSocCode code, String parameter) {
        Occupation occupation = closeness.occupation(code);
        OptionCheck.check(
                rows.containsKey(code),
                parameter,
                "one of occupations(), those of O*NET " + release().version()
                        + " that are rated in every element of skills and knowledge",
                occupation);
        return row(occupation);
    }

    private int row(Occupation occupation) {
        return Objects.requireNonNull(rows.get(occupation.code()));
    }

    private CareerPath path(int source, int target, int[] stops) {
        List<CareerStep> steps = new ArrayList<>();
        double[] before = graph.levels(source);
        int from = source;
        for (int to :
                IntStream.concat(IntStream.of(stops), IntStream.of(target)).toArray()) {
            double[] after = new double[before.length];
            graph.visit(to, before, after);
            steps.add(step(from, to, 1 - graph.readiness(before, to), learned(source, target, before, after)));
            before = after;
            from = to;
        }
        double hardest = steps.stream().mapToDouble(CareerStep::shortfall).max().orElseThrow();
        return new CareerPath(
                steps,
                hardest,
                hardest - (1 - graph.readiness(graph.levels(source), target)),
                steps.stream().mapToDouble(CareerStep::learned).sum(),
                steps.stream().mapToDouble(CareerStep::detour).sum());
    }

    private CareerStep step(int from, int to, double shortfall, List<LearnedElement> learned) {
        Occupation left = occupations.get(from);
        Occupation taken = occupations.get(to);
        double probability = closeness.between(left.code(), taken.code()).probability();
        return new CareerStep(
                left,
                taken,
                probability,
                zone(left),
                zone(taken),
                broken(left, taken, probability),
                shortfall,
                learned.stream().mapToDouble(LearnedElement::share).sum(),
                learned.stream().mapToDouble(LearnedElement::detour).sum(),
                learned);
    }

    private @Nullable Integer zone(Occupation occupation) {
        return zones.get(occupation.code());
    }

    private List<LearnedElement> learned(int source, int target, double[] before, double[] after) {
        List<LearnedElement> learned = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            double share = graph.share(i, target, before[i], after[i]);
            if (share > 0) {
                double needed = Math.max(graph.levels(source)[i], graph.levels(target)[i]);
                double detour = graph.share(i, target, Math.max(before[i], needed), Math.max(after[i], needed));
                learned.add(new LearnedElement(elements.get(i), before[i], after[i], share, detour));
            }
        }
        learned.sort(LARGEST_FIRST);
        return learned;
    }
}
