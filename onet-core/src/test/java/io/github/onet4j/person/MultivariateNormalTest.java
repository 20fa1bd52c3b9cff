package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What observed levels make of a normal distribution. */
class MultivariateNormalTest {
    private static final int ELEMENTS = 35;

    private final Random random = new Random(17);
    private final double[] mean =
            random.doubles(ELEMENTS).map(uniform -> 1 + 4 * uniform).toArray();
    private final double[][] covariance = Dense.covariance(ELEMENTS, random);
    private final double[] levels =
            random.doubles(ELEMENTS).map(uniform -> 7 * uniform).toArray();
    private final double[] deviations =
            random.doubles(ELEMENTS).map(uniform -> .01 + uniform).toArray();

    private MultivariateNormal observed(List<Integer> elements) {
        MultivariateNormal normal = new MultivariateNormal(mean.clone(), Dense.copy(covariance));
        elements.forEach(element -> normal.observe(element, levels[element], deviations[element]));
        return normal;
    }

    @Test
    void isThatOfThePrecisionsAddedUp() {
        List<Integer> elements = List.of(3, 30, 7, 12, 0, 34, 21);
        double[][] precision = Dense.inverse(covariance);
        double[] information = Dense.times(precision, mean);
        for (int element : elements) {
            double weight = 1 / (deviations[element] * deviations[element]);
            precision[element][element] += weight;
            information[element] += weight * levels[element];
        }
        double[][] posterior = Dense.inverse(precision);
        double[] posteriorMean = Dense.times(posterior, information);

        MultivariateNormal normal = observed(elements);

        for (int i = 0; i < ELEMENTS; i++) {
            assertThat(normal.mean(i)).isCloseTo(posteriorMean[i], within(1e-8));
            assertThat(normal.standardDeviation(i)).isCloseTo(Math.sqrt(posterior[i][i]), within(1e-8));
            for (int j = 0; j < ELEMENTS; j++) {
                assertThat(normal.correlation(i, j))
                        .isCloseTo(posterior[i][j] / Math.sqrt(posterior[i][i] * posterior[j][j]), within(1e-7));
            }
        }
    }

    @Test
    void doesNotDependOnTheOrderOfObservations() {
        List<Integer> elements =
                new ArrayList<>(IntStream.range(0, ELEMENTS).boxed().toList());
        MultivariateNormal once = observed(elements);
        Collections.shuffle(elements, random);
        MultivariateNormal again = observed(elements);

        for (int i = 0; i < ELEMENTS; i++) {
            assertThat(again.mean(i)).isCloseTo(once.mean(i), within(1e-9));
            assertThat(again.standardDeviation(i)).isCloseTo(once.standardDeviation(i), within(1e-9));
        }
    }

    @Test
    void twoObservationsOfOneLevelCountByTheirPrecision() {
        MultivariateNormal twice = observed(List.of());
        twice.observe(4, 2, .3);
        twice.observe(4, 5, .6);
        MultivariateNormal once = observed(List.of());
        double precision = 1 / .09 + 1 / .36;
        once.observe(4, (2 / .09 + 5 / .36) / precision, Math.sqrt(1 / precision));

        for (int i = 0; i < ELEMENTS; i++) {
            assertThat(twice.mean(i)).isCloseTo(once.mean(i), within(1e-9));
        }
    }
}
