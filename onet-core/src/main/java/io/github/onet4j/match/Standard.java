package io.github.onet4j.match;

/** The mean and the standard deviation of figures, to express others in. */
final class Standard {
    private long number;
    private double sum;
    private double sumOfSquares;

    void add(double figure) {
        number++;
        sum += figure;
        sumOfSquares += figure * figure;
    }

    /** Returns how many standard deviations a figure is above the mean: 0 where all are equal, NaN for NaN. */
    double score(double figure) {
        if (Double.isNaN(figure)) {
            return figure;
        }
        double mean = sum / number;
        double deviation = Math.sqrt(Math.max(0, sumOfSquares / number - mean * mean));
        return deviation > 0 ? (figure - mean) / deviation : 0;
    }
}
