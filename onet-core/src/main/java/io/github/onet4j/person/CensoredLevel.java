package io.github.onet4j.person;

import io.github.onet4j.internal.Normal;

/**
 * What a level adds to what is needed: y = min(max(x, 0), b), where x is normal and b the needed level. All moments are
 * exact.
 */
final class CensoredLevel {
    private final double needed;
    private final double mean;
    private final double deviation;
    private final double belowNeeded;
    private final double belowNone;

    /**
     * Takes a needed level and the normal distribution of a level.
     *
     * @param needed above 0
     * @param deviation above 0
     */
    CensoredLevel(double needed, double mean, double deviation) {
        this.needed = needed;
        this.mean = mean;
        this.deviation = deviation;
        this.belowNeeded = Normal.distribution(standard(needed));
        this.belowNone = Normal.distribution(standard(0));
    }

    private double standard(double level) {
        return (level - mean) / deviation;
    }

    /** Returns P(x < b). */
    double probabilityOfShortfall() {
        return belowNeeded;
    }

    /** Returns E(b − y) = E(b − x)⁺ − E(0 − x)⁺. */
    double expectedShortfall() {
        return Math.max(0, expectedBelow(needed, belowNeeded) - expectedBelow(0, belowNone));
    }

    private double expectedBelow(double level, double probability) {
        return (level - mean) * probability + deviation * Normal.density(standard(level));
    }

    /** Returns the standard deviation of y. */
    double standardDeviation() {
        double square = squareBelow(needed, belowNeeded) - squareBelow(0, belowNone) + needed * needed * belowNone;
        double shortfall = expectedShortfall();
        return Math.sqrt(Math.max(0, square - shortfall * shortfall));
    }

    /** Returns E(b − x)² over x below a level. */
    private double squareBelow(double level, double probability) {
        double u = standard(level);
        double density = Normal.density(u);
        double distance = needed - mean;
        return distance * distance * probability
                + 2 * distance * deviation * density
                + deviation * deviation * (probability - u * density);
    }

    /** Returns how much E y rises with the mean of x: the probability that x is between 0 and b. */
    double slope() {
        return belowNeeded - belowNone;
    }
}
