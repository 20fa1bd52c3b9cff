package io.github.onet4j.person;

/** A normal distribution of the levels of all elements, which answers narrow. */
final class MultivariateNormal {
    private final double[] mean;
    private final double[][] covariance;

    /** Keeps the arrays. */
    MultivariateNormal(double[] mean, double[][] covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    double mean(int element) {
        return mean[element];
    }

    double standardDeviation(int element) {
        return Math.sqrt(covariance[element][element]);
    }

    double correlation(int element, int other) {
        return covariance[element][other] / standardDeviation(element) / standardDeviation(other);
    }

    /** Conditions on a level that was observed with an error: the update of a Kalman filter by a scalar. */
    void observe(int element, double level, double standardDeviation) {
        double[] with = covariance[element].clone();
        double variance = with[element] + standardDeviation * standardDeviation;
        double surprise = level - mean[element];
        for (int i = 0; i < mean.length; i++) {
            double gain = with[i] / variance;
            mean[i] += gain * surprise;
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] -= gain * with[j];
            }
        }
    }

    /** Returns the covariance of each level with a sum of weighted levels. */
    double[] covarianceWith(double[] weights) {
        double[] products = new double[weights.length];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j < products.length; j++) {
                products[i] += covariance[i][j] * weights[j];
            }
        }
        return products;
    }

    /** Returns the variance of a sum of weighted levels. */
    double varianceOf(double[] weights) {
        double[] products = covarianceWith(weights);
        double variance = 0;
        for (int i = 0; i < products.length; i++) {
            variance += products[i] * weights[i];
        }
        return variance;
    }

    /** Returns the variance of the level and of an error together. */
    double varianceOfAnswer(int element, double standardDeviation) {
        return covariance[element][element] + standardDeviation * standardDeviation;
    }
}
