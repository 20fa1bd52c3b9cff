package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Kriging against the same by elimination, once for each set of occupations. */
class KrigingTest {
    private static final int RATED = 12;
    private static final double VARIANCE = 2;

    private final Random random = new Random(4);
    private final double[][] covariances = covariances();
    private final double[] withRated = random.doubles(RATED, 0, .8).toArray();
    private final double[] values = random.doubles(RATED, 0, 7).toArray();
    private final Kriging kriging = new Kriging(copy(covariances));

    /** The products of random vectors, with more on the diagonal: positive definite. */
    private double[][] covariances() {
        double[][] vectors = new double[RATED][];
        for (int i = 0; i < RATED; i++) {
            vectors[i] = random.doubles(5, 0, .5).toArray();
        }
        double[][] products = new double[RATED][RATED];
        for (int i = 0; i < RATED; i++) {
            for (int j = 0; j < RATED; j++) {
                products[i][j] = i == j ? VARIANCE : Kriging.product(vectors[i], vectors[j]);
            }
        }
        return products;
    }

    @Test
    void invertsAMatrix() {
        double[][] inverse = CholeskyInverse.of(copy(covariances));

        for (int i = 0; i < RATED; i++) {
            for (int j = 0; j < RATED; j++) {
                assertThat(Kriging.product(inverse[i], covariances[j])).isCloseTo(i == j ? 1 : 0, within(1e-12));
                assertThat(inverse[i][j]).isEqualTo(inverse[j][i]);
            }
        }
    }

    @Test
    void weighsTheRatedAsTheEquationsSay() {
        assertThat(kriging.weights(withRated, new BitSet()))
                .containsExactly(solved(covariances, withRated), within(1e-12));
    }

    @Test
    void weighsThemWithoutSomeAsIfTheseWereNotThere() {
        BitSet without = BitSet.valueOf(new long[] {0b1000_0001_0010});
        int[] others = IntStream.range(0, RATED).filter(i -> !without.get(i)).toArray();

        double[] weights = kriging.weights(withRated, without);

        assertThat(IntStream.of(others).mapToDouble(i -> weights[i]).toArray())
                .containsExactly(solved(among(others), of(withRated, others)), within(1e-12));
        assertThat(without.stream().mapToDouble(i -> weights[i])).containsOnly(0.0);
    }

    @Test
    void scalesByTheErrorsOfEstimatesThatWereMadeWithoutTheRating() {
        double squares = 0;
        for (int left = 0; left < RATED; left++) {
            int row = left;
            int[] others = IntStream.range(0, RATED).filter(i -> i != row).toArray();
            double[] known = of(values, others);
            double[] with = of(covariances[row], others);
            double[] weights = solved(among(others), with);
            double mean = DoubleStream.of(known).average().orElseThrow();
            double estimate = mean
                    + IntStream.range(0, known.length)
                            .mapToDouble(i -> weights[i] * (known[i] - mean))
                            .sum();
            double expectedVariance = VARIANCE - Kriging.product(with, weights);
            squares += Math.pow(values[row] - estimate, 2) / expectedVariance;
        }

        assertThat(kriging.scale(values)).isCloseTo(Math.sqrt(squares / RATED), within(1e-12));
    }

    private double[][] among(int[] chosen) {
        return IntStream.of(chosen).mapToObj(i -> of(covariances[i], chosen)).toArray(double[][]::new);
    }

    private static double[] of(double[] figures, int[] chosen) {
        return IntStream.of(chosen).mapToDouble(i -> figures[i]).toArray();
    }

    private static double[][] copy(double[][] matrix) {
        return IntStream.range(0, matrix.length)
                .mapToObj(i -> matrix[i].clone())
                .toArray(double[][]::new);
    }

    /** Solves by elimination, then from the last equation to the first. */
    static double[] solved(double[][] matrix, double[] right) {
        double[][] left = copy(matrix);
        double[] solution = right.clone();
        for (int pivot = 0; pivot < left.length; pivot++) {
            for (int row = pivot + 1; row < left.length; row++) {
                double factor = left[row][pivot] / left[pivot][pivot];
                for (int column = pivot; column < left.length; column++) {
                    left[row][column] -= factor * left[pivot][column];
                }
                solution[row] -= factor * solution[pivot];
            }
        }
        for (int row = left.length - 1; row >= 0; row--) {
            for (int column = row + 1; column < left.length; column++) {
                solution[row] -= left[row][column] * solution[column];
            }
            solution[row] /= left[row][row];
        }
        return solution;
    }
}
