package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moments of a level that counts from 0 up to what is needed. */
class CensoredLevelTest {
    private static final int DRAWS = 400_000;

    @ParameterizedTest
    @CsvSource({"3, 2.5, .65", "3, 3, .2", "1, .1, .5", "2.12, -.4, .6", "4, 6.5, .3", "5, 2, 1.5", "7, 7, .01"})
    void areThoseOfManyDraws(double needed, double mean, double deviation) {
        Random random = new Random(11);
        double shortfall = 0;
        double sum = 0;
        double squares = 0;
        double below = 0;
        double between = 0;
        for (int i = 0; i < DRAWS; i++) {
            double level = mean + deviation * random.nextGaussian();
            double met = Math.min(needed, Math.max(0, level));
            shortfall += (needed - met) / DRAWS;
            sum += met / DRAWS;
            squares += met * met / DRAWS;
            below += level < needed ? 1.0 / DRAWS : 0;
            between += level > 0 && level < needed ? 1.0 / DRAWS : 0;
        }
        CensoredLevel level = new CensoredLevel(needed, mean, deviation);

        assertThat(level.expectedShortfall()).isCloseTo(shortfall, within(6 * deviation / Math.sqrt(DRAWS)));
        assertThat(level.standardDeviation())
                .isCloseTo(Math.sqrt(Math.max(0, squares - sum * sum)), within(8 * deviation / Math.sqrt(DRAWS)));
        assertThat(level.probabilityOfShortfall()).isCloseTo(below, within(4 / Math.sqrt(DRAWS)));
        assertThat(level.slope()).isCloseTo(between, within(4 / Math.sqrt(DRAWS)));
    }
}
