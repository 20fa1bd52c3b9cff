package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.match.TargetOrder;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far two distances must differ. */
class DistanceRankingTest {
    private static final int DRAWS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void isTheDeviationOfTheDifferenceOverManyRatingsAndPersons() throws IOException {
        OnetCatalog catalog = OnetRelease.open(MiniRelease.text().writeZip(folder.resolve("mini.zip")))
                .catalog();
        RatingMatrix matrix = RatingMatrix.of(catalog, Domain.SKILLS);
        RatedLevels rated = new RatedLevels(matrix);
        Random random = new Random(31);
        double[] expected = {1.4, 2.4, .7, 4.4, 6};
        double[][] covariance = Dense.covariance(5, random);
        for (double[] row : covariance) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= 40;
            }
        }
        DistanceRanking ranking = new DistanceRanking(rated, new MultivariateNormal(expected, covariance), expected);
        Map<String, Double> levels = IntStream.range(0, 5)
                .boxed()
                .collect(Collectors.toMap(i -> matrix.elements().get(i).id(), i -> expected[i]));
        List<RankedTarget> targets = matrix.targets(levels, TargetOrder.DISTANCE, 9);
        double[][] cholesky = Dense.cholesky(covariance);

        for (RankedTarget target : targets.subList(1, targets.size())) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double[] person = Dense.draw(expected, cholesky, random);
                double difference =
                        distance(rated, targets.get(0), person, random) - distance(rated, target, person, random);
                sum += difference / DRAWS;
                squares += difference * difference / DRAWS;
            }
            double deviation = Math.sqrt(squares - sum * sum);
            assertThat(ranking.deviationOfDifference(targets.get(0), target) / deviation)
                    .as(target.occupation().title())
                    .isBetween(.85, 1.2);
        }
    }

    /** The distance by ratings drawn anew. */
    private static double distance(RatedLevels rated, RankedTarget target, double[] person, Random random) {
        int row = rated.row(target.occupation().code()).orElseThrow();
        double away = 0;
        double needed = 0;
        for (int i = 0; i < person.length; i++) {
            double level = rated.levels(row)[i] + rated.errors(row)[i] * random.nextGaussian();
            away += rated.weights(row)[i] * Math.abs(person[i] - level);
            needed += rated.weights(row)[i] * level;
        }
        return away / needed;
    }
}
