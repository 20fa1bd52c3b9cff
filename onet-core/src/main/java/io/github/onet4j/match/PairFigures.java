package io.github.onet4j.match;

import java.util.Arrays;

/** Readiness, and the largest shares of the shortfall, of all pairs. The figures of a target stand side by side. */
final class PairFigures {
    private final double[][] level;
    private final double[][] weight;
    private final double[] needed;
    private final int occupations;
    private final int largestGaps;
    private final double[] readiness;
    private final double[] gapShares;
    private final int[] gapColumns;

    PairFigures(double[][] level, double[][] weight, double[] needed, int largestGaps) {
        this.level = level;
        this.weight = weight;
        this.needed = needed;
        this.largestGaps = largestGaps;
        occupations = needed.length;
        readiness = new double[Math.multiplyExact(occupations, occupations)];
        gapShares = new double[Math.multiplyExact(readiness.length, largestGaps)];
        gapColumns = new int[gapShares.length];
    }

    /** Computes the figures of some targets; of others another thread may at the same time. */
    void compute(int firstTarget, int endOfTargets) {
        double[] met = new double[occupations];
        for (int target = firstTarget; target < endOfTargets; target++) {
            Arrays.fill(met, 0);
            for (int column = 0; column < level.length; column++) {
                addMet(met, level[column], weight[column][target], level[column][target]);
            }
            for (int source = 0; source < occupations; source++) {
                readiness[target * occupations + source] = met[source] / needed[target];
            }
        }
        if (largestGaps > 0) {
            computeGaps(firstTarget, endOfTargets);
        }
    }

    /** C2 vectorizes this loop, for which it must stand alone and each of its arrays be read at the same index. */
    private static void addMet(double[] met, double[] level, double weight, double targetLevel) {
        for (int source = 0; source < met.length; source++) {
            met[source] += weight * Math.min(level[source], targetLevel);
        }
    }

    private void computeGaps(int firstTarget, int endOfTargets) {
        double[][] levelsOf = transposed(level);
        double[][] weightsOf = transposed(weight);
        LargestValues largest = new LargestValues(largestGaps);
        for (int target = firstTarget; target < endOfTargets; target++) {
            for (int source = 0; source < occupations; source++) {
                if (!Double.isNaN(readiness(source, target))) {
                    largest.clear();
                    offerShortfalls(largest, weightsOf[target], levelsOf[target], levelsOf[source]);
                    keep(largest, source, target);
                }
            }
        }
    }

    private void keep(LargestValues largest, int source, int target) {
        int first = (target * occupations + source) * largestGaps;
        for (int i = 0; i < largestGaps; i++) {
            gapShares[first + i] = largest.value(i) / needed[target];
            gapColumns[first + i] = largest.index(i);
        }
    }

    private static void offerShortfalls(LargestValues largest, double[] weight, double[] targetLevel, double[] level) {
        for (int column = 0; column < weight.length; column++) {
            largest.offer(column, weight[column] * (targetLevel[column] - level[column]));
        }
    }

    /** Returns figures by occupation instead of by element. */
    static double[][] transposed(double[][] columns) {
        double[][] rows = new double[columns.length == 0 ? 0 : columns[0].length][columns.length];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.length; row++) {
                rows[row][column] = columns[column][row];
            }
        }
        return rows;
    }

    /** Returns the readiness, or NaN where it is unknown. */
    double readiness(int source, int target) {
        return readiness[target * occupations + source];
    }

    int largestGaps() {
        return largestGaps;
    }

    /** Returns the share of the i-th gap; 0 if the pair has no more than i gaps, or its readiness is unknown. */
    double gapShare(int source, int target, int i) {
        return gapShares[(target * occupations + source) * largestGaps + i];
    }

    int gapColumn(int source, int target, int i) {
        return gapColumns[(target * occupations + source) * largestGaps + i];
    }
}
