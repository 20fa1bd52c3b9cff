package io.github.onet4j.internal;

/** The standard normal distribution. */
public final class Normal {
    /** Half of 90 % lies between 0 and this. */
    public static final double QUANTILE_95 = 1.6448536269514722;

    /** Half of 95 % lies between 0 and this. */
    public static final double QUANTILE_97_5 = 1.959963984540054;

    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    /** Beyond it the distribution function is 0 or 1 to the last digit of a sum with other doubles. */
    private static final double END = 8.3;

    private Normal() {}

    public static double density(double u) {
        return DENSITY_AT_0 * Math.exp(-u * u / 2);
    }

    /**
     * Returns the distribution function, to an absolute error below 1e-14: 1/2 + φ(u) · (u + u³/3 + u⁵/15 + …).
     *
     * @see <a href="https://doi.org/10.18637/jss.v011.i04">Marsaglia (2004), Evaluating the Normal Distribution</a>
     */
    public static double distribution(double u) {
        if (Math.abs(u) > END) {
            return u < 0 ? 0 : 1;
        }
        double term = u;
        double sum = u;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= u * u / i;
            sum += term;
        }
        return Math.max(0, Math.min(1, .5 + sum * density(u)));
    }
}
