package io.github.onet4j.match;

/**
 * Inverts symmetric, positive definite matrices by the decomposition into a lower triangle and its transpose. All loops
 * run along rows, so memory is read in order.
 */
final class CholeskyInverse {
    private CholeskyInverse() {}

    /** Returns the inverse of a matrix, whose rows are overwritten. */
    static double[][] of(double[][] matrix) {
        decompose(matrix);
        invertTriangle(matrix);
        return product(matrix);
    }

    /** Replaces the lower half by L, where L·Lᵀ is the matrix. */
    private static void decompose(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            double[] its = matrix[row];
            for (int column = 0; column < row; column++) {
                its[column] = (its[column] - product(its, matrix[column], column)) / matrix[column][column];
            }
            its[row] = Math.sqrt(its[row] - product(its, its, row));
        }
    }

    private static double product(double[] one, double[] other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Replaces L by its inverse. Row by row: the rows above are inverted already. */
    private static void invertTriangle(double[][] triangle) {
        double[] sums = new double[triangle.length];
        for (int row = 0; row < triangle.length; row++) {
            double[] its = triangle[row];
            for (int column = 0; column < row; column++) {
                sums[column] = 0;
            }
            for (int above = 0; above < row; above++) {
                addMultiple(sums, its[above], triangle[above], above + 1);
            }
            for (int column = 0; column < row; column++) {
                its[column] = -sums[column] / its[row];
            }
            its[row] = 1 / its[row];
        }
    }

    private static void addMultiple(double[] sums, double factor, double[] row, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += factor * row[i];
        }
    }

    /** Returns the product of the transpose of a lower triangle and the triangle. */
    private static double[][] product(double[][] triangle) {
        double[][] product = new double[triangle.length][triangle.length];
        for (int row = 0; row < triangle.length; row++) {
            for (int i = 0; i <= row; i++) {
                addMultiple(product[i], triangle[row][i], triangle[row], i + 1);
            }
        }
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < i; j++) {
                product[j][i] = product[i][j];
            }
        }
        return product;
    }
}
