package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Readiness of uncertain levels, beside that of many draws. */
class TargetMomentsTest {
    private static final int DRAWS = 200_000;
    private static final double[] NEEDED = {3, 0, 4.5, 2, 3.5, 1, 2.88, 4};
    private static final double[] WEIGHTS = {.7, .1, .9, 0, .5, .2, .6, .8};
    private static final double[] MEAN = {2.6, 1, 4.1, 1, 4.4, .2, 2.7, 2.5};

    private final Random random = new Random(23);
    private final double[][] covariance = Dense.covariance(MEAN.length, random);

    private static double readiness(double[] levels) {
        double met = 0;
        double needed = 0;
        for (int i = 0; i < levels.length; i++) {
            met += WEIGHTS[i] * Math.min(NEEDED[i], Math.max(0, levels[i]));
            needed += WEIGHTS[i] * NEEDED[i];
        }
        return met / needed;
    }

    private TargetMoments moments() {
        return moments(new MultivariateNormal(MEAN.clone(), Dense.copy(covariance)));
    }

    private static TargetMoments moments(MultivariateNormal levels) {
        return new TargetMoments(levels, NEEDED, WEIGHTS);
    }

    @Test
    void theMeanIsExactAndTheDeviationWidenedByEightPercent() {
        double[][] cholesky = Dense.cholesky(covariance);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double readiness = readiness(Dense.draw(MEAN, cholesky, random));
            sum += readiness / DRAWS;
            squares += readiness * readiness / DRAWS;
        }
        double deviation = Math.sqrt(squares - sum * sum);

        assertThat(moments().mean()).isCloseTo(sum, within(4 * deviation / Math.sqrt(DRAWS)));
        assertThat(moments().standardDeviation() / 1.08 / deviation)
                .as("correlations of what is met are not quite those of the levels")
                .isBetween(1.0, 1.1);
    }

    @Test
    void theSharesAddUpToWhatIsLacking() {
        TargetMoments moments = moments();

        assertThat(IntStream.range(0, MEAN.length).mapToDouble(moments::share).sum())
                .isCloseTo(1 - moments.mean(), within(1e-12));
        assertThat(moments.share(1)).as("nothing is needed").isZero();
        assertThat(moments.share(3)).as("not important").isZero();
    }

    @Test
    void theAnswerThatNarrowsMostIsThatOfBruteForce() {
        double[] reductions = moments().reductions(.5);
        double[] narrowed = IntStream.range(0, MEAN.length)
                .mapToDouble(this::narrowedByBruteForce)
                .toArray();

        assertThat(largest(reductions)).isEqualTo(largest(narrowed));
        for (int i = 0; i < MEAN.length; i++) {
            assertThat(reductions[i]).isCloseTo(narrowed[i], within(.25 * narrowed[largest(narrowed)]));
        }
    }

    /** Averages, over many answers, the standard deviation of readiness after the answer. */
    private double narrowedByBruteForce(int element) {
        Random answers = new Random(29);
        int draws = 2_000;
        double after = 0;
        for (int i = 0; i < draws; i++) {
            MultivariateNormal levels = new MultivariateNormal(MEAN.clone(), Dense.copy(covariance));
            double answer = MEAN[element] + answers.nextGaussian() * Math.sqrt(covariance[element][element] + .25);
            levels.observe(element, answer, .5);
            after += moments(levels).standardDeviation() / draws;
        }
        return moments().standardDeviation() - after;
    }

    private static int largest(double[] figures) {
        return IntStream.range(0, figures.length)
                .reduce((one, other) -> figures[other] > figures[one] ? other : one)
                .orElseThrow();
    }
}
