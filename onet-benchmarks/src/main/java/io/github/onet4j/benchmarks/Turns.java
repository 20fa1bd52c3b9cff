package io.github.onet4j.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Contenders that take turns within one JVM, round by round, so that other work of the machine affects all of them. It
 * prints the median and the quartiles of each, and the median of its ratios to the yardstick, which ran in the same
 * round.
 */
final class Turns {
    private final int warmUpRounds;
    private final int rounds;
    private final String unit;
    private final Map<String, Turn> contenders = new LinkedHashMap<>();

    /** The unit is that of the figures which the turns return. */
    Turns(int warmUpRounds, int rounds, String unit) {
        this.warmUpRounds = warmUpRounds;
        this.rounds = rounds;
        this.unit = unit;
    }

    /** Adds a contender. The first one is the yardstick. */
    Turns with(String name, Turn turn) {
        contenders.put(name, turn);
        return this;
    }

    /** Lets all contenders take their turns, and prints what they needed. */
    void run(String title) throws Exception {
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int round = -warmUpRounds; round < rounds; round++) {
            for (Map.Entry<String, Turn> contender : contenders.entrySet()) {
                double figure = contender.getValue().take();
                if (round >= 0) {
                    figures.computeIfAbsent(contender.getKey(), name -> new double[rounds])[round] = figure;
                }
            }
        }
        print(title, figures);
    }

    private void print(String title, Map<String, double[]> figures) {
        double[] yardstick = figures.values().iterator().next();
        System.out.printf(Locale.ROOT, "%n%s, %s of %d rounds%n", title, unit, rounds);
        System.out.printf(Locale.ROOT, "%-30s %10s %10s %10s %8s%n", "", "median", "quartile 1", "quartile 3", "ratio");
        figures.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "%-30s %10.1f %10.1f %10.1f %8.2f%n",
                name,
                quantile(values, 0.5),
                quantile(values, 0.25),
                quantile(values, 0.75),
                quantile(ratios(values, yardstick), 0.5)));
    }

    private static double[] ratios(double[] values, double[] yardstick) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, round -> values[round] / yardstick[round]);
        return ratios;
    }

    /** The quantile of a sample, interpolated linearly between its values. */
    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** One turn of one contender; returns what a unit of its work needed. */
    interface Turn {
        double take() throws Exception;
    }
}
