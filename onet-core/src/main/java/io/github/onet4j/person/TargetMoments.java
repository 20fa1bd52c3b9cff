package io.github.onet4j.person;

/** The readiness of uncertain levels for one target: its exact mean, and its spread. */
final class TargetMoments {
    /**
     * The standard deviation is multiplied by it, so that the interval is right about as often as it says: the moments
     * ignore that persons are less normal than the prior. PersonFigures has the measurement.
     */
    private static final double CALIBRATION = 1.08;

    private final MultivariateNormal levels;
    private final double[] needed;
    private final double[] weights;
    private final CensoredLevel[] met;

    /**
     * Takes levels and a target.
     *
     * @param needed the levels of the target
     * @param weights the weight of each element; with the levels, at least one product is above 0
     */
    TargetMoments(MultivariateNormal levels, double[] needed, double[] weights) {
        this.levels = levels;
        this.needed = needed;
        double all = 0;
        for (int i = 0; i < needed.length; i++) {
            all += weights[i] * needed[i];
        }
        this.weights = weights.clone();
        this.met = new CensoredLevel[needed.length];
        for (int i = 0; i < needed.length; i++) {
            this.weights[i] /= all;
            met[i] = new CensoredLevel(needed[i], levels.mean(i), levels.standardDeviation(i));
        }
    }

    double probabilityOfShortfall(int element) {
        return met[element].probabilityOfShortfall();
    }

    /** Returns what of the whole is expected to be lacking in an element. */
    double share(int element) {
        return weights[element] * met[element].expectedShortfall();
    }

    double mean() {
        double shares = 0;
        for (int i = 0; i < needed.length; i++) {
            shares += share(i);
        }
        return Math.max(0, 1 - shares);
    }

    /** The spreads of what is met of each element are exact; their correlations are those of the levels. */
    double standardDeviation() {
        double[] spreads = new double[needed.length];
        for (int i = 0; i < spreads.length; i++) {
            spreads[i] = weights[i] * met[i].standardDeviation() / levels.standardDeviation(i);
        }
        return CALIBRATION * Math.sqrt(Math.max(0, levels.varianceOf(spreads)));
    }

    /**
     * Returns for each element by how much an answer is expected to lower the standard deviation, to first order: an
     * answer to q takes (S a)_q² / (S_qq + r²) off the variance of a·x, where a is the slope of the mean.
     *
     * @param answerDeviation r, the standard deviation of the error of an answer
     */
    double[] reductions(double answerDeviation) {
        double[] slopes = new double[needed.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = weights[i] * met[i].slope();
        }
        double variance = levels.varianceOf(slopes);
        double[] with = levels.covarianceWith(slopes);
        double[] reductions = new double[needed.length];
        for (int i = 0; i < reductions.length; i++) {
            double less = with[i] * with[i] / levels.varianceOfAnswer(i, answerDeviation);
            reductions[i] = CALIBRATION * (Math.sqrt(variance) - Math.sqrt(Math.max(0, variance - less)));
        }
        return reductions;
    }
}
