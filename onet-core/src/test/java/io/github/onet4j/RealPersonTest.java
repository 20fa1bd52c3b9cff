package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Estimates of simulated persons over releases of full size: the levels of an occupation with an error of rating, and
 * for a history one of its first ten related occupations. The figures of docs/person.md are of PersonFigures.
 */
class RealPersonTest {
    private static final int PERSONS = 500;

    private static OnetCatalog catalog(String archive) {
        Path path = RealReleasesTest.folder().resolve(archive);
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        return OnetRelease.open(path).catalog();
    }

    @ParameterizedTest
    @CsvSource({
        "db_29_3_text.zip, .5, true, .033",
        "db_29_3_text.zip, .25, false, .025",
        "db_30_1_text.zip, .5, false, .033",
        "db_30_1_text.zip, .25, true, .025",
    })
    void sixAnswersTellReadinessAndTheIntervalIsRightNineTimesInTen(
            String archive, double deviation, boolean hasHistory, double errorAtMost) {
        OnetCatalog catalog = catalog(archive);
        RatingMatrix matrix = RatingMatrix.of(catalog, Domain.SKILLS);
        PersonModel model = PersonModel.of(catalog, Domain.SKILLS);
        Random random = new Random(41);
        double error = 0;
        double covered = 0;
        for (int i = 0; i < PERSONS; i++) {
            Simulated person = draw(catalog, matrix, random, i % 2 == 0);
            ReadinessEstimate readiness = afterSix(model, person, deviation, hasHistory, random);
            double truth = person.readiness(matrix);
            error += Math.abs(readiness.mean() - truth) / PERSONS;
            covered += readiness.low() <= truth && truth <= readiness.high() ? 1.0 / PERSONS : 0;
        }

        assertThat(error).isLessThan(errorAtMost);
        assertThat(covered).isBetween(.87, .94);
    }

    private static Simulated draw(OnetCatalog catalog, RatingMatrix matrix, Random random, boolean towardsRelated) {
        List<Occupation> rated = matrix.occupations();
        List<Occupation> related = List.of();
        Occupation like = rated.get(0);
        while (related.size() < 10) {
            like = rated.get(random.nextInt(rated.size()));
            related = catalog.relatedOccupations(like.code()).stream()
                    .map(RelatedOccupation::occupation)
                    .filter(rated::contains)
                    .toList();
        }
        List<Double> levels = new ArrayList<>();
        for (Element element : matrix.elements()) {
            levels.add(matrix.level(like.code(), element.id()).orElseThrow()
                    + random.nextGaussian()
                            * matrix.standardError(like.code(), element.id()).orElse(0));
        }
        List<Occupation> targets = new ArrayList<>(towardsRelated ? related : rated);
        targets.remove(like);
        return new Simulated(
                related.get(random.nextInt(10)).code(),
                targets.get(random.nextInt(targets.size())).code(),
                levels);
    }

    private static ReadinessEstimate afterSix(
            PersonModel model, Simulated person, double deviation, boolean hasHistory, Random random) {
        PersonProfile profile =
                hasHistory ? PersonProfile.UNKNOWN.withOccupation(person.history()) : PersonProfile.UNKNOWN;
        PersonEstimate estimate = model.estimate(profile);
        for (int asked = 0; asked < 6; asked++) {
            Optional<Question> question = estimate.nextQuestion(person.target());
            if (question.isPresent()) {
                Element element = question.get().element();
                double level = person.levels().get(model.elements().indexOf(element));
                double answer = Math.max(0, Math.min(7, level + deviation * random.nextGaussian()));
                profile = profile.withSelfAssessment(element.id(), answer, deviation);
                estimate = model.estimate(profile);
            }
        }
        return estimate.readiness(person.target());
    }

    @ParameterizedTest
    @ValueSource(strings = {"db_29_3_text.zip", "db_30_1_text.zip"})
    void everyQuestionHasChoicesThatRise(String archive) {
        OnetCatalog catalog = catalog(archive);
        for (Domain domain : List.of(Domain.SKILLS, Domain.KNOWLEDGE, Domain.ABILITIES, Domain.WORK_ACTIVITIES)) {
            for (Element element : catalog.elements(domain)) {
                List<Question.Choice> choices = new Question(catalog.release(), element, 0).choices();
                assertThat(choices).hasSizeGreaterThanOrEqualTo(4);
                for (int i = 1; i < choices.size(); i++) {
                    assertThat(choices.get(i).level())
                            .isGreaterThan(choices.get(i - 1).level())
                            .isLessThanOrEqualTo(7);
                }
            }
        }
    }

    /** Somebody with known levels, by element, who says only what the history is and what is asked. */
    private record Simulated(OnetSocCode history, OnetSocCode target, List<Double> levels) {
        double readiness(RatingMatrix matrix) {
            double met = 0;
            double needed = 0;
            for (int i = 0; i < levels.size(); i++) {
                String id = matrix.elements().get(i).id();
                double level = matrix.level(target, id).orElseThrow();
                double weight = (matrix.importance(target, id).orElseThrow() - 1) / 4;
                met += weight * Math.min(level, Math.max(0, levels.get(i)));
                needed += weight * level;
            }
            return met / needed;
        }
    }
}
