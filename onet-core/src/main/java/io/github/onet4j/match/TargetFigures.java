package io.github.onet4j.match;

import java.util.ArrayList;
import java.util.List;

/** Readiness and distance of one source and all targets. NaN where they are unknown. */
final class TargetFigures {
    private final double[] readiness;
    private final double[] distance;

    private TargetFigures(double[] readiness, double[] distance) {
        this.readiness = readiness;
        this.distance = distance;
    }

    static TargetFigures of(double[][] level, double[][] weight, double[] needed, double[] sourceLevels) {
        double[] met = new double[needed.length];
        double[] away = new double[needed.length];
        for (int column = 0; column < level.length; column++) {
            addMet(met, level[column], weight[column], sourceLevels[column]);
            addAway(away, level[column], weight[column], sourceLevels[column]);
        }
        for (int target = 0; target < needed.length; target++) {
            met[target] /= needed[target];
            away[target] /= needed[target];
        }
        return new TargetFigures(met, away);
    }

    private static void addMet(double[] met, double[] level, double[] weight, double sourceLevel) {
        for (int target = 0; target < met.length; target++) {
            met[target] += weight[target] * Math.min(level[target], sourceLevel);
        }
    }

    private static void addAway(double[] away, double[] level, double[] weight, double sourceLevel) {
        for (int target = 0; target < away.length; target++) {
            away[target] += weight[target] * Math.abs(level[target] - sourceLevel);
        }
    }

    double readiness(int target) {
        return readiness[target];
    }

    double distance(int target) {
        return distance[target];
    }

    /** Returns the best targets of those whose figures are known, of equal ones the first first. */
    List<Integer> best(TargetOrder order, int limit, int without) {
        int[] best = new int[Math.min(limit, readiness.length)];
        int found = 0;
        for (int target = 0; target < readiness.length; target++) {
            if (target != without && !Double.isNaN(readiness[target])) {
                found = insert(best, found, target, order);
            }
        }
        List<Integer> targets = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            targets.add(best[i]);
        }
        return targets;
    }

    private int insert(int[] best, int found, int target, TargetOrder order) {
        int place = found;
        while (place > 0 && isBetter(target, best[place - 1], order)) {
            if (place < best.length) {
                best[place] = best[place - 1];
            }
            place--;
        }
        if (place < best.length) {
            best[place] = target;
        }
        return Math.min(best.length, found + 1);
    }

    private boolean isBetter(int target, int other, TargetOrder order) {
        return order == TargetOrder.READINESS
                ? readiness[target] > readiness[other]
                : distance[target] < distance[other];
    }
}
