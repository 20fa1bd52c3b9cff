package io.github.onet4j.person;

import java.util.Arrays;
import java.util.List;

/** What to expect of the levels of somebody before anything is stated: by the occupations held, or by all. */
final class LevelPrior {
    private final RatedLevels rated;
    private final double[] mean;
    private final double[][] amongAll;
    private final double[][] amongRelated;

    /**
     * Computes means and covariances.
     *
     * @param rated two occupations at least
     * @param related for each of them the rows of those that are related to it
     */
    LevelPrior(RatedLevels rated, List<List<Integer>> related) {
        this.rated = rated;
        this.mean = mean(rated);
        this.amongAll = new double[mean.length][mean.length];
        for (int row = 0; row < rated.size(); row++) {
            addSquare(amongAll, difference(rated.levels(row), mean), 1.0 / (rated.size() - 1));
        }
        int pairs = related.stream().mapToInt(List::size).sum();
        this.amongRelated = pairs == 0 ? amongAll : new double[mean.length][mean.length];
        for (int row = 0; row < rated.size(); row++) {
            for (int other : related.get(row)) {
                addSquare(amongRelated, difference(rated.levels(row), rated.levels(other)), 1.0 / pairs);
            }
        }
    }

    private static double[] mean(RatedLevels rated) {
        double[] mean = new double[rated.levels(0).length];
        for (int row = 0; row < rated.size(); row++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += rated.levels(row)[i] / rated.size();
            }
        }
        return mean;
    }

    private static double[] difference(double[] levels, double[] others) {
        double[] difference = new double[levels.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = levels[i] - others[i];
        }
        return difference;
    }

    private static void addSquare(double[][] sum, double[] difference, double weight) {
        for (int i = 0; i < difference.length; i++) {
            for (int j = 0; j < difference.length; j++) {
                sum[i][j] += weight * difference[i] * difference[j];
            }
        }
    }

    /** Returns the distribution for somebody without a history, where nothing is exact that nobody has stated. */
    MultivariateNormal withoutHistory() {
        double[] errors = new double[mean.length];
        Arrays.fill(errors, RatedLevels.LOWEST_ERROR);
        return new MultivariateNormal(mean.clone(), withErrors(amongAll, errors));
    }

    /**
     * Returns the distribution for somebody who held occupations: around the highest level of each element, and the
     * less sure the more an occupation is below it in which the person spent much of the time.
     *
     * @param rows the occupations, one at least
     * @param parts the parts of the time spent in each; they add up to 1
     */
    MultivariateNormal withHistory(List<Integer> rows, double[] parts) {
        double[] highest = rated.levels(rows.get(0)).clone();
        double[] errors = rated.errors(rows.get(0)).clone();
        for (int row : rows) {
            for (int i = 0; i < highest.length; i++) {
                if (rated.levels(row)[i] > highest[i]) {
                    highest[i] = rated.levels(row)[i];
                    errors[i] = rated.errors(row)[i];
                }
            }
        }
        double[][] covariance = withErrors(amongRelated, errors);
        for (int i = 0; i < parts.length; i++) {
            addSquare(covariance, difference(rated.levels(rows.get(i)), highest), parts[i]);
        }
        return new MultivariateNormal(highest, covariance);
    }

    private static double[][] withErrors(double[][] covariance, double[] errors) {
        double[][] sum = new double[errors.length][];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = covariance[i].clone();
            sum[i][i] += errors[i] * errors[i];
        }
        return sum;
    }
}
