package io.github.onet4j.person;

import java.util.Random;

/** Plain linear algebra, to compute the same in another way. */
final class Dense {
    private Dense() {}

    /** Inverts by Gauss and Jordan, with the largest pivot of each column. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] left = new double[n][];
        double[][] right = new double[n][n];
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column; row < n; row++) {
                pivot = Math.abs(left[row][column]) > Math.abs(left[pivot][column]) ? row : pivot;
            }
            swap(left, pivot, column);
            swap(right, pivot, column);
            double by = left[column][column];
            for (int j = 0; j < n; j++) {
                left[column][j] /= by;
                right[column][j] /= by;
            }
            for (int row = 0; row < n; row++) {
                double factor = left[row][column];
                for (int j = 0; j < n && row != column; j++) {
                    left[row][j] -= factor * left[column][j];
                    right[row][j] -= factor * right[column][j];
                }
            }
        }
        return right;
    }

    private static void swap(double[][] matrix, int row, int other) {
        double[] kept = matrix[row];
        matrix[row] = matrix[other];
        matrix[other] = kept;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    /** Returns L of S = L Lᵀ, to draw from the normal distribution with covariance S. */
    static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }

    static double[] draw(double[] mean, double[][] cholesky, Random random) {
        double[] normal =
                random.doubles(mean.length).map(unused -> random.nextGaussian()).toArray();
        double[] drawn = times(cholesky, normal);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] += mean[i];
        }
        return drawn;
    }

    /** Returns a covariance with a common factor, all correlations above 0. */
    static double[][] covariance(int n, Random random) {
        double[][] factors = new double[n][4];
        for (double[] factor : factors) {
            factor[0] = .5;
            for (int k = 1; k < factor.length; k++) {
                factor[k] = .3 * random.nextGaussian();
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = i == j ? .1 : 0;
                for (int k = 0; k < factors[i].length; k++) {
                    covariance[i][j] += factors[i][k] * factors[j][k];
                }
            }
        }
        return covariance;
    }

    static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
