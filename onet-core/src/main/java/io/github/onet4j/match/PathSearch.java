package io.github.onet4j.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for the best paths between two occupations: for each number of stops that of the lowest hardest step, of
 * equal ones that of the smallest detour, of equal ones the first by its stops. What somebody can do after a stop
 * depends on all stops before, so a path is more than its last occupation, and the shortest paths of graph theory do
 * not apply. The search looks at every path that can still be the best. The hardest step never gets lower by going on,
 * and no stop can raise readiness by more than it does for the source, who has the least: paths are cut by both.
 */
final class PathSearch {
    private static final double LEAST_PROGRESS = .02;
    private static final double LEAST_EASING = .01;

    /** More than the sums below can be off by rounding; what is cut for a bound must be worse by more than that. */
    private static final double ROUNDING = 1e-12;

    private final MoveGraph graph;
    private final int source;
    private final int target;
    private final double[] mostProgress;
    private final int[] movesToTarget;

    /** By the number of stops that are left, the most that they can raise readiness by. */
    private final double[] mostProgressOf;

    /** By the number of stops made, the highest level in each element. */
    private final double[][] reached;

    private final int[] stops;

    /** What no step may exceed: it falls as better paths are found. */
    private double limit = Double.POSITIVE_INFINITY;

    private int @Nullable [] best;
    private double bestDetour;

    PathSearch(MoveGraph graph, int source, int target, int maxStops) {
        this.graph = graph;
        this.source = source;
        this.target = target;
        stops = new int[maxStops];
        reached = new double[maxStops + 1][graph.levels(source).length];
        reached[0] = graph.levels(source);
        mostProgress = new double[graph.size()];
        Arrays.setAll(mostProgress, this::progressOfSource);
        movesToTarget = graph.movesTo(target, worthwhile());
        mostProgressOf = mostProgressOf(maxStops);
    }

    private double progressOfSource(int stop) {
        double[] after = new double[reached[0].length];
        graph.visit(stop, reached[0], after);
        return graph.readiness(after, target) - graph.readiness(reached[0], target);
    }

    private boolean[] worthwhile() {
        boolean[] worthwhile = new boolean[graph.size()];
        for (int stop = 0; stop < worthwhile.length; stop++) {
            worthwhile[stop] = stop == source || mostProgress[stop] > LEAST_PROGRESS - ROUNDING;
        }
        return worthwhile;
    }

    private double[] mostProgressOf(int maxStops) {
        double[] most = new double[maxStops + 1];
        for (int left = 1; left <= maxStops; left++) {
            double mostOfOne = 0;
            for (int stop = 0; stop < graph.size(); stop++) {
                if (stop != target && movesToTarget[stop] <= left) {
                    mostOfOne = Math.max(mostOfOne, mostProgress[stop]);
                }
            }
            most[left] = most[left - 1] + mostOfOne;
        }
        return most;
    }

    /** Returns the stops of the best path of each number of stops that has a lower hardest step than with fewer. */
    List<int[]> run() {
        List<int[]> paths = new ArrayList<>();
        for (int number = 0; number <= stops.length; number++) {
            best = null;
            extend(0, number, source, 0, graph.readiness(reached[0], target));
            if (best != null) {
                paths.add(best);
                limit -= LEAST_EASING;
            }
        }
        return paths;
    }

    private void extend(int made, int number, int at, double hardest, double readiness) {
        if (made == number) {
            arrive(number, at, hardest, readiness);
            return;
        }
        int left = number - made;
        for (int stop : graph.moves(at)) {
            if (stop != target
                    && movesToTarget[stop] <= left
                    && readiness + mostProgress[stop] + mostProgressOf[left - 1] > 1 - limit - ROUNDING) {
                stopAt(stop, made, number, hardest, readiness);
            }
        }
    }

    private void stopAt(int stop, int made, int number, double hardest, double readiness) {
        double harder = Math.max(hardest, 1 - graph.readiness(reached[made], stop));
        if (harder > limit) {
            return;
        }
        graph.visit(stop, reached[made], reached[made + 1]);
        double raised = graph.readiness(reached[made + 1], target);
        if (raised - readiness >= LEAST_PROGRESS) {
            stops[made] = stop;
            extend(made + 1, number, stop, harder, raised);
        }
    }

    private void arrive(int number, int at, double hardest, double readiness) {
        double harder = Math.max(hardest, 1 - readiness);
        if (movesToTarget[at] != 1 || harder > limit) {
            return;
        }
        double detour = graph.detour(reached[number], source, target);
        // Stops are tried in the order of their codes, so of equal paths the first one stays.
        if (best == null || harder < limit || detour < bestDetour) {
            best = Arrays.copyOf(stops, number);
            bestDetour = detour;
            limit = harder;
        }
    }

    /** Returns the first reason that leaves no path. */
    static NoPathReason whyNone(MoveGraph graph, int source, int target, int maxStops) {
        boolean[] all = new boolean[graph.size()];
        Arrays.fill(all, true);
        int[] moves = graph.movesTo(target, all);
        if (graph.moves(source).length == 0) {
            return NoPathReason.NO_MOVE_FROM_SOURCE;
        }
        if (Arrays.stream(moves).noneMatch(number -> number == 1)) {
            return NoPathReason.NO_MOVE_TO_TARGET;
        }
        return moves[source] > maxStops + 1 ? NoPathReason.NOT_CONNECTED : NoPathReason.NO_PROGRESS;
    }
}
