package io.github.onet4j.match;

import java.util.BitSet;

/**
 * Kriging with known covariances: the best linear estimate of an occupation's rating from those of others, as the mean
 * over them plus a weighted sum of their differences from it.
 *
 * @see <a href="https://gaussianprocess.org/gpml/chapters/RW2.pdf">Rasmussen and Williams, Gaussian Processes for
 *     Machine Learning, 2.2</a>
 */
final class Kriging {
    private final double[][] inverse;
    private final double[] rowSums;

    /** Takes the covariances of the rated occupations, which are overwritten. */
    Kriging(double[][] covariances) {
        inverse = CholeskyInverse.of(covariances);
        rowSums = new double[inverse.length];
        for (int row = 0; row < inverse.length; row++) {
            for (double element : inverse[row]) {
                rowSums[row] += element;
            }
        }
    }

    /**
     * Returns the weights of the rated occupations, as they are without some of them.
     *
     * @param covariances those of the occupation to estimate with the rated ones
     * @param without the rated occupations to leave out, which get the weight 0
     */
    double[] weights(double[] covariances, BitSet without) {
        double[] weights = new double[inverse.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = product(inverse[row], covariances);
        }
        int[] left = without.stream().toArray();
        double[][] block = new double[left.length][left.length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < left.length; j++) {
                block[i][j] = inverse[left[i]][left[j]];
            }
        }
        // The Schur complement: the inverse without rows S is that of the others, less P·S (S·P·S)⁻¹ S·P.
        double[][] ofBlock = CholeskyInverse.of(block);
        double[] before = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            before[i] = weights[left[i]];
        }
        for (int i = 0; i < left.length; i++) {
            double factor = product(ofBlock[i], before);
            for (int row = 0; row < weights.length; row++) {
                weights[row] -= factor * inverse[row][left[i]];
            }
        }
        without.stream().forEach(row -> weights[row] = 0);
        return weights;
    }

    /**
     * Returns the square root of the mean of squared errors, each in terms of the variance that it was expected to
     * have, when each rated occupation is estimated from all others.
     *
     * @param values what is known of the rated occupations
     */
    double scale(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double squares = 0;
        for (int row = 0; row < values.length; row++) {
            double meanOfOthers = (sum - values[row]) / (values.length - 1);
            double difference = product(inverse[row], values) - rowSums[row] * meanOfOthers;
            squares += difference * difference / inverse[row][row];
        }
        return Math.sqrt(squares / values.length);
    }

    static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
