package io.github.onet4j.benchmarks;

import io.github.onet4j.Domain;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.match.ReadinessMatrix;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Judges the paths between occupations, release by release: examples, how much is reachable, how much of what stops
 * seem to gain is arithmetic, and the time a search takes on one thread. Upward is to a higher job zone.
 */
public final class PathFigures {
    private static final String[][] EXAMPLES = {
        {"41-2011.00", "29-1141.00"},
        {"53-3032.00", "13-1081.00"},
        {"41-2031.00", "13-1071.00"},
        {"35-3031.00", "11-9051.00"},
        {"31-1131.00", "29-1141.00"},
        {"43-3031.00", "13-2011.00"},
        {"43-4051.00", "15-1211.00"}
    };
    private static final int RANDOM_PAIRS = 500;
    private static final int MOST_STOPS = 3;
    private static final double UNREADY = .75;

    private final CareerPathFinder finder;
    private final OnetCatalog catalog;
    private final List<Occupation> occupations;
    private final Map<OnetSocCode, Integer> zones;
    private final ReadinessMatrix readiness;
    private final RatingMatrix matrix;
    private final Closeness closeness;
    private final Map<OnetSocCode, List<OnetSocCode>> moves = new HashMap<>();

    private PathFigures(OnetCatalog catalog) {
        this.catalog = catalog;
        closeness = Closeness.of(catalog);
        matrix = RatingMatrix.of(catalog, Domain.SKILLS, Domain.KNOWLEDGE);
        long start = System.nanoTime();
        finder = CareerPathFinder.of(catalog, closeness, matrix);
        System.out.printf(
                Locale.ROOT,
                "%nO*NET %s, built upon closeness and ratings in %d ms%n",
                catalog.release().version(),
                (System.nanoTime() - start) / 1_000_000);
        occupations = finder.occupations();
        zones = catalog.jobZones().stream()
                .collect(Collectors.toMap(zone -> zone.occupation().code(), JobZone::zone));
        readiness = matrix.readiness();
    }

    /**
     * Prints the figures.
     *
     * @param arguments the paths of releases
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name releases: PathFigures db_29_3_text.zip db_30_1_text.zip");
        }
        for (String argument : arguments) {
            PathFigures figures =
                    new PathFigures(OnetRelease.open(Path.of(argument)).catalog());
            figures.examples();
            figures.moves();
            figures.reach();
            figures.related();
        }
    }

    private void examples() {
        for (String[] example : EXAMPLES) {
            CareerPaths paths = finder.paths(new OnetSocCode(example[0]), new OnetSocCode(example[1]), MOST_STOPS);
            System.out.printf("%n%s%n", paths);
        }
    }

    private void moves() {
        for (Occupation from : occupations) {
            moves.put(
                    from.code(),
                    closeness.closest(from.code(), Integer.MAX_VALUE).closest().stream()
                            .filter(close -> close.probability() >= .1)
                            .map(close -> close.occupation().code())
                            .filter(to -> occupations.contains(catalog.requireOccupation(to)))
                            .filter(to -> !(rise(from.code(), to) > 1))
                            .toList());
        }
        double[] degrees = moves.values().stream().mapToDouble(List::size).toArray();
        System.out.printf(
                Locale.ROOT,
                "%n%.0f moves, of an occupation %.0f in the median, %.0f at most%n",
                Arrays.stream(degrees).sum(),
                quantile(degrees, .5),
                quantile(degrees, 1));
    }

    /** Returns by how many job zones a move leads up; NaN, which is neither above nor below, if one is unknown. */
    private double rise(OnetSocCode from, OnetSocCode to) {
        Integer zone = zones.get(from);
        Integer toZone = zones.get(to);
        return zone == null || toZone == null ? Double.NaN : toZone - zone;
    }

    private boolean isUpwardAndUnready(OnetSocCode from, OnetSocCode to) {
        return rise(from, to) > 0 && readiness.readiness(from, to).orElseThrow() < UNREADY;
    }

    private void reach() {
        Random random = new Random(5);
        List<OnetSocCode[]> pairs = new ArrayList<>();
        while (pairs.size() < RANDOM_PAIRS) {
            OnetSocCode from =
                    occupations.get(random.nextInt(occupations.size())).code();
            OnetSocCode to = occupations.get(random.nextInt(occupations.size())).code();
            if (isUpwardAndUnready(from, to)) {
                pairs.add(new OnetSocCode[] {from, to});
            }
        }
        pairs.forEach(pair -> finder.paths(pair[0], pair[1], MOST_STOPS));
        for (int maxStops = 0; maxStops <= MOST_STOPS; maxStops++) {
            double[] milliseconds = new double[pairs.size()];
            int reached = 0;
            for (int i = 0; i < milliseconds.length; i++) {
                long start = System.nanoTime();
                CareerPaths paths = finder.paths(pairs.get(i)[0], pairs.get(i)[1], maxStops);
                milliseconds[i] = (System.nanoTime() - start) / 1e6;
                reached += paths.paths().isEmpty() ? 0 : 1;
            }
            System.out.printf(
                    Locale.ROOT,
                    "random upward pairs, readiness below .75, up to %d stops: %.3f reached;"
                            + " ms: median %.2f, 95th percentile %.2f, most %.2f%n",
                    maxStops,
                    (double) reached / pairs.size(),
                    quantile(milliseconds, .5),
                    quantile(milliseconds, .95),
                    quantile(milliseconds, 1));
        }
    }

    private void related() {
        List<CareerPaths> all = new ArrayList<>();
        for (Occupation from : occupations) {
            for (RelatedOccupation relation : catalog.relatedOccupations(from.code())) {
                Occupation to = relation.occupation();
                if (occupations.contains(to) && isUpwardAndUnready(from.code(), to.code())) {
                    all.add(finder.paths(from.code(), to.code()));
                }
            }
        }
        System.out.printf("%d related upward pairs, readiness below .75%n", all.size());
        print("one stop", all, paths -> lowered(paths, 1));
        print("up to two stops", all, paths -> lowered(paths, 2));
        List<CareerPaths> withStop =
                all.stream().filter(paths -> !allowedStops(paths).isEmpty()).toList();
        System.out.printf("%d of them have an allowed stop%n", withStop.size());
        print("best stop", withStop, paths -> Collections.max(allowedStops(paths)));
        print(
                "average allowed stop",
                withStop,
                paths -> allowedStops(paths).stream()
                        .mapToDouble(lowered -> lowered)
                        .average()
                        .orElseThrow());
    }

    /** Prints by which part of the direct shortfall the hardest step is lowered. */
    private static void print(String what, List<CareerPaths> pairs, ToDoubleFunction<CareerPaths> lowered) {
        double[] parts = pairs.stream().mapToDouble(lowered).toArray();
        System.out.printf(
                Locale.ROOT,
                "%-20s lowers the hardest step by a median of %.3f; by 20, 30, 40 %% for %.2f, %.2f, %.2f of them%n",
                what,
                quantile(parts, .5),
                atLeast(parts, .2),
                atLeast(parts, .3),
                atLeast(parts, .4));
    }

    private static double atLeast(double[] parts, double least) {
        return (double) Arrays.stream(parts).filter(part -> part >= least).count() / parts.length;
    }

    private static double lowered(CareerPaths paths, int maxStops) {
        double direct = paths.direct().hardestStep();
        double hardest = paths.paths().stream()
                .filter(path -> path.steps().size() <= maxStops + 1)
                .mapToDouble(CareerPath::hardestStep)
                .min()
                .orElse(direct);
        return Math.max(0, 1 - hardest / direct);
    }

    /** Returns for each stop that the rules allow the part by which it lowers the hardest step. */
    private List<Double> allowedStops(CareerPaths paths) {
        OnetSocCode from = paths.from().code();
        OnetSocCode to = paths.to().code();
        double direct = paths.direct().hardestStep();
        List<Double> lowered = new ArrayList<>();
        for (OnetSocCode stop : moves.get(from)) {
            if (!stop.equals(to) && moves.get(stop).contains(to)) {
                double rest = rest(from, stop, to);
                if (direct - rest >= .02) {
                    double first = 1 - readiness.readiness(from, stop).orElseThrow();
                    lowered.add(1 - Math.max(first, rest) / direct);
                }
            }
        }
        return lowered;
    }

    /** Returns the shortfall for a target that is left after a stop. */
    private double rest(OnetSocCode from, OnetSocCode stop, OnetSocCode to) {
        double met = 0;
        double needed = 0;
        for (int i = 0; i < matrix.elements().size(); i++) {
            String id = matrix.elements().get(i).id();
            double weight = (matrix.importance(to, id).orElseThrow() - 1) / 4;
            double level = matrix.level(to, id).orElseThrow();
            double reached = Math.max(
                    matrix.level(from, id).orElseThrow(), matrix.level(stop, id).orElseThrow());
            met += weight * Math.min(level, reached);
            needed += weight * level;
        }
        return 1 - met / needed;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
