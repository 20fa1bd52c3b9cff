package io.github.onet4j.match;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How alike profiles are: the Pearson correlation of two occupations' figures over the elements of a domain. */
final class ProfileSimilarity {
    /** For each occupation its figures less their mean, scaled so that their squares add up to 1. */
    private final double[] @Nullable [] scaled;

    /** Takes the figures of each occupation; null, or with a NaN, where they are not all known. */
    ProfileSimilarity(double[] @Nullable [] figures) {
        scaled = new double[figures.length][];
        for (int occupation = 0; occupation < figures.length; occupation++) {
            scaled[occupation] = scaled(figures[occupation]);
        }
    }

    private static double @Nullable [] scaled(double @Nullable [] figures) {
        if (figures == null) {
            return null;
        }
        double mean = 0;
        for (double figure : figures) {
            mean += figure / figures.length;
        }
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        // A NaN fails the comparison too.
        if (!(squares > 0)) {
            return null;
        }
        double[] scaled = new double[figures.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (figures[i] - mean) / Math.sqrt(squares);
        }
        return scaled;
    }

    /** Tells whether there is an occupation whose figures are all known. */
    boolean isAnyKnown() {
        return Stream.of(scaled).anyMatch(Objects::nonNull);
    }

    /** Returns the correlations with all, −1 to 1; NaN where one of the two is unknown. */
    double[] correlations(int occupation) {
        double[] correlations = new double[scaled.length];
        double[] its = scaled[occupation];
        for (int other = 0; other < correlations.length; other++) {
            double[] others = scaled[other];
            correlations[other] = its == null || others == null ? Double.NaN : product(its, others);
        }
        return correlations;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
