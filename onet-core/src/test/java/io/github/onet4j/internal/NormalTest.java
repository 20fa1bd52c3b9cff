package io.github.onet4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    @ParameterizedTest
    // To 16 digits, as tables of the normal distribution have them.
    @CsvSource({
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "1, 0.8413447460685429",
        "1.6448536269514722, 0.95",
        "1.959963984540054, 0.975",
        "3, 0.9986501019683699",
        "5, 0.9999997133484281",
    })
    void theDistributionIsThatOfTheTables(double u, double expected) {
        assertThat(Normal.distribution(u)).isCloseTo(expected, within(1e-14));
        assertThat(Normal.distribution(-u)).isCloseTo(1 - expected, within(1e-14));
    }

    @Test
    void theDistributionEndsAtZeroAndOne() {
        assertThat(Normal.distribution(40)).isEqualTo(1);
        assertThat(Normal.distribution(-40)).isZero();
        assertThat(Normal.distribution(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void theDensityIsTheSlopeOfTheDistribution() {
        for (double u = -4; u <= 4; u += .25) {
            double slope = (Normal.distribution(u + 1e-5) - Normal.distribution(u - 1e-5)) / 2e-5;
            assertThat(Normal.density(u)).isCloseTo(slope, within(1e-9));
        }
    }
}
