package io.github.onet4j.person;

import io.github.onet4j.internal.Normal;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.person.PersonRanking.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks occupations by their distance from a person's levels. Two share a rank where their distances differ by less
 * than errors alone may explain: those of the ratings, which are independent, and that of the person's levels, which is
 * the same for both and counts only where they need different things.
 */
final class DistanceRanking {
    private final RatedLevels rated;
    private final MultivariateNormal person;
    private final double[] expected;

    DistanceRanking(RatedLevels rated, MultivariateNormal person, double[] expected) {
        this.rated = rated;
        this.person = person;
        this.expected = expected;
    }

    /**
     * Returns the first places.
     *
     * @param targets all targets, the nearest first
     * @param limit the least number of places; those that share the last rank follow
     */
    List<Place> places(List<RankedTarget> targets, int limit) {
        List<Place> places = new ArrayList<>();
        int rank = 0;
        for (RankedTarget target : targets) {
            if (rank == 0 || areToldApart(targets.get(rank - 1), target)) {
                if (places.size() >= limit) {
                    return places;
                }
                rank = places.size() + 1;
            }
            places.add(new Place(rank, target.occupation(), target.distance()));
        }
        return places;
    }

    private boolean areToldApart(RankedTarget target, RankedTarget other) {
        double difference = Math.abs(target.distance() - other.distance());
        return difference > Normal.QUANTILE_97_5 * deviationOfDifference(target, other);
    }

    /** Returns the standard deviation of the difference of two distances, to first order. */
    double deviationOfDifference(RankedTarget target, RankedTarget other) {
        double[] slopes = personSlopes(target);
        double[] others = personSlopes(other);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] -= others[i];
        }
        return Math.sqrt(Math.max(0, person.varianceOf(slopes)) + ratingVariance(target) + ratingVariance(other));
    }

    private int row(RankedTarget target) {
        return rated.row(target.occupation().code()).orElseThrow();
    }

    /** Returns how the distance changes with the person's levels. */
    private double[] personSlopes(RankedTarget target) {
        int row = row(target);
        double[] slopes = new double[expected.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = rated.weights(row)[i] * Math.signum(expected[i] - rated.levels(row)[i]) / rated.needed(row);
        }
        return slopes;
    }

    /** Returns the variance of the distance by the errors of the target's levels, which also are its denominator. */
    private double ratingVariance(RankedTarget target) {
        int row = row(target);
        double variance = 0;
        for (int i = 0; i < expected.length; i++) {
            double slope = rated.weights(row)[i]
                    * (Math.signum(rated.levels(row)[i] - expected[i]) - target.distance())
                    / rated.needed(row);
            double error = slope * rated.errors(row)[i];
            variance += error * error;
        }
        return variance;
    }
}
