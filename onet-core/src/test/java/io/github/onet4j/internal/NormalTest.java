package io.github.onet4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard normal distribution, beside published values. */
class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "0, .5",
        "0.5, .6914624612740131",
        "1, .8413447460685429",
        "1.96, .9750021048517795",
        "2.5, .9937903346742238",
        "3, .9986501019683699",
        "4, .9999683287581669",
        "5, .9999997133484281",
        "6, .9999999990134123",
    })
    void hasThePublishedValuesOnBothSides(double u, double distribution) {
        assertThat(Normal.distribution(u)).isCloseTo(distribution, within(1e-14));
        assertThat(Normal.distribution(-u)).isCloseTo(1 - distribution, within(1e-14));
    }

    @Test
    void isAProbabilityHoweverFarOut() {
        for (double u = -40; u <= 40; u += .01) {
            assertThat(Normal.distribution(u)).isBetween(0.0, 1.0);
        }
        assertThat(Normal.distribution(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.distribution(Double.POSITIVE_INFINITY)).isOne();
    }

    @Test
    void theQuantilesAreWhereTheDistributionIsWhatTheirNamesSay() {
        assertThat(Normal.distribution(Normal.QUANTILE_95)).isCloseTo(.95, within(1e-14));
        assertThat(Normal.distribution(Normal.QUANTILE_97_5)).isCloseTo(.975, within(1e-14));
    }
}
