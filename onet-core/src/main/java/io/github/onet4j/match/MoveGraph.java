package io.github.onet4j.match;

import java.util.Arrays;

/**
 * Occupations with the plausible moves between them. Levels and weights stand in arrays of their own for each
 * occupation: C2 vectorizes the loops over them in methods as small as these.
 */
final class MoveGraph {
    private final double[][] levels;
    private final double[][] weights;
    private final double[] needed;
    private final int[][] moves;

    /**
     * Takes what is known of each occupation.
     *
     * @param levels the level of each element, none unknown
     * @param weights the weight of each element, none unknown and one of them above 0 where the level is
     * @param moves the occupations that a move leads to, in ascending order
     */
    MoveGraph(double[][] levels, double[][] weights, int[][] moves) {
        this.levels = levels;
        this.weights = weights;
        this.moves = moves;
        needed = new double[levels.length];
        Arrays.setAll(needed, occupation -> met(weights[occupation], levels[occupation], levels[occupation]));
    }

    int size() {
        return needed.length;
    }

    double[] levels(int occupation) {
        return levels[occupation];
    }

    int[] moves(int from) {
        return moves[from];
    }

    /** Returns how ready somebody with given levels is for an occupation, 0 to 1. */
    double readiness(double[] reached, int target) {
        return met(weights[target], reached, levels[target]) / needed[target];
    }

    private static double met(double[] weight, double[] reached, double[] level) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * Math.min(reached[i], level[i]);
        }
        return sum;
    }

    /** Sets the levels after an occupation was visited. */
    void visit(int occupation, double[] before, double[] after) {
        max(before, levels[occupation], after);
    }

    private static void max(double[] one, double[] other, double[] larger) {
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(one[i], other[i]);
        }
    }

    /** Returns what an element contributes to the learning towards a target, if its level rises. */
    double share(int element, int target, double before, double after) {
        return weights[target][element] * (after - before) / needed[target];
    }

    /** Returns what was reached above the levels of both source and target, in shares of what the target needs. */
    double detour(double[] reached, int source, int target) {
        return above(weights[target], reached, levels[source], levels[target]) / needed[target];
    }

    private static double above(double[] weight, double[] reached, double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * Math.max(0, reached[i] - Math.max(one[i], other[i]));
        }
        return sum;
    }

    /** Returns the least number of moves from each occupation to a target, or Integer.MAX_VALUE if there is no way. */
    int[] movesTo(int target, boolean[] allowed) {
        int[] distance = new int[size()];
        Arrays.fill(distance, Integer.MAX_VALUE);
        distance[target] = 0;
        boolean isFarther = true;
        for (int reached = 0; isFarther; reached++) {
            isFarther = false;
            for (int from = 0; from < distance.length; from++) {
                if (allowed[from] && distance[from] == Integer.MAX_VALUE && leadsTo(from, reached, distance)) {
                    distance[from] = reached + 1;
                    isFarther = true;
                }
            }
        }
        return distance;
    }

    private boolean leadsTo(int from, int reached, int[] distance) {
        for (int to : moves[from]) {
            if (distance[to] == reached) {
                return true;
            }
        }
        return false;
    }
}
