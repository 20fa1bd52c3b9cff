package io.github.onet4j.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What titles tell for each occupation: how much all that match are worth, and which one matches best. */
final class Evidence {
    private final double[] sums;
    private final float[] fits;
    private final int[] readings;

    Evidence(int occupations) {
        sums = new double[occupations];
        fits = new float[occupations];
        readings = new int[occupations];
    }

    /** Adds a title that matches, with the reading that fits best. */
    void add(int occupation, double worth, float fit, int reading) {
        sums[occupation] += worth;
        if (fit > fits[occupation]) {
            fits[occupation] = fit;
            readings[occupation] = reading;
        }
    }

    /** Adds what other words tell, for a share of its worth. */
    void addAll(Evidence other, double share) {
        for (int occupation : other.occupations()) {
            add(
                    occupation,
                    other.sums[occupation] * share,
                    (float) (other.fits[occupation] * share),
                    other.readings[occupation]);
        }
    }

    boolean isEmpty() {
        return Arrays.stream(sums).allMatch(sum -> sum == 0);
    }

    /** The occupations of which a title matches. */
    List<Integer> occupations() {
        List<Integer> found = new ArrayList<>();
        for (int occupation = 0; occupation < sums.length; occupation++) {
            if (sums[occupation] > 0) {
                found.add(occupation);
            }
        }
        return found;
    }

    double sum(int occupation) {
        return sums[occupation];
    }

    float fit(int occupation) {
        return fits[occupation];
    }

    int reading(int occupation) {
        return readings[occupation];
    }
}
