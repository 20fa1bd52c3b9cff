package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The best paths of a release, by looking at every path that the rules allow. */
public final class EveryPath {
    private final Map<OnetSocCode, double[]> levels = new TreeMap<>();
    private final Map<OnetSocCode, double[]> weights = new HashMap<>();
    private final Map<OnetSocCode, List<OnetSocCode>> moves = new HashMap<>();

    public EveryPath(OnetCatalog catalog, Closeness closeness) {
        RatingMatrix matrix = RatingMatrix.of(catalog, Domain.SKILLS, Domain.KNOWLEDGE);
        for (Occupation occupation : matrix.occupations()) {
            OnetSocCode code = occupation.code();
            double[] level = matrix.elements().stream()
                    .mapToDouble(element -> matrix.level(code, element.id()).orElse(Double.NaN))
                    .toArray();
            double[] weight = matrix.elements().stream()
                    .mapToDouble(
                            element -> (matrix.importance(code, element.id()).orElse(Double.NaN) - 1) / 4)
                    .toArray();
            if (!Double.isNaN(shortfall(level, level, weight))) {
                levels.put(code, level);
                weights.put(code, weight);
            }
        }
        Map<OnetSocCode, Integer> zones = new HashMap<>();
        for (JobZone zone : catalog.jobZones()) {
            zones.put(zone.occupation().code(), zone.zone());
        }
        for (OnetSocCode from : levels.keySet()) {
            moves.put(
                    from,
                    closeness.closest(from, Integer.MAX_VALUE).closest().stream()
                            .filter(close -> close.probability() >= .1)
                            .map(close -> close.occupation().code())
                            .filter(levels::containsKey)
                            .filter(to -> !zones.containsKey(from)
                                    || !zones.containsKey(to)
                                    || zones.get(to) <= zones.get(from) + 1)
                            .sorted()
                            .toList());
        }
    }

    private static double shortfall(double[] reached, double[] level, double[] weight) {
        double met = 0;
        double needed = 0;
        for (int i = 0; i < level.length; i++) {
            met += weight[i] * Math.min(reached[i], level[i]);
            needed += weight[i] * level[i];
        }
        return 1 - met / needed;
    }

    private double shortfall(double[] reached, OnetSocCode to) {
        return shortfall(reached, known(levels, to), known(weights, to));
    }

    private static <V> V known(Map<OnetSocCode, V> map, OnetSocCode code) {
        V value = map.get(code);
        if (value == null) {
            throw new AssertionError("nothing is known of " + code);
        }
        return value;
    }

    /** Returns the paths, each by its occupations from source to target. */
    public List<Found> best(OnetSocCode from, OnetSocCode to, int maxStops) {
        List<Found> paths = new ArrayList<>();
        for (int stops = 0; stops <= maxStops; stops++) {
            Found best = best(List.of(from), known(levels, from), 0, to, stops);
            if (best != null
                    && (paths.isEmpty()
                            || best.hardest() <= paths.get(paths.size() - 1).hardest() - .01)) {
                paths.add(best);
            }
        }
        return paths;
    }

    private @Nullable Found best(
            List<OnetSocCode> visited, double[] reached, double hardest, OnetSocCode to, int stops) {
        OnetSocCode at = visited.get(visited.size() - 1);
        if (stops == 0) {
            return known(moves, at).contains(to)
                    ? new Found(
                            with(visited, to),
                            Math.max(hardest, shortfall(reached, to)),
                            detour(visited.get(0), reached, to))
                    : null;
        }
        Found best = null;
        for (OnetSocCode stop : known(moves, at)) {
            double[] after = max(reached, known(levels, stop));
            if (!stop.equals(to) && shortfall(reached, to) - shortfall(after, to) >= .02) {
                Found found =
                        best(with(visited, stop), after, Math.max(hardest, shortfall(reached, stop)), to, stops - 1);
                if (found != null && (best == null || found.isBetterThan(best))) {
                    best = found;
                }
            }
        }
        return best;
    }

    private double detour(OnetSocCode from, double[] reached, OnetSocCode to) {
        double[] both = max(known(levels, from), known(levels, to));
        double[] weight = known(weights, to);
        double above = 0;
        double needed = 0;
        for (int i = 0; i < both.length; i++) {
            above += weight[i] * Math.max(0, reached[i] - both[i]);
            needed += weight[i] * known(levels, to)[i];
        }
        return above / needed;
    }

    private static double[] max(double[] one, double[] other) {
        double[] max = one.clone();
        for (int i = 0; i < max.length; i++) {
            max[i] = Math.max(one[i], other[i]);
        }
        return max;
    }

    private static List<OnetSocCode> with(List<OnetSocCode> visited, OnetSocCode next) {
        List<OnetSocCode> more = new ArrayList<>(visited);
        more.add(next);
        return more;
    }

    /** A path by its occupations from source to target. */
    public record Found(List<OnetSocCode> occupations, double hardest, double detour) {
        private boolean isBetterThan(Found other) {
            return hardest < other.hardest || (hardest == other.hardest && detour < other.detour);
        }
    }
}
