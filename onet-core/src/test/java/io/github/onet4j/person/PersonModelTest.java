package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.person.PersonRanking.Place;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release tells of a person of whom little is known. */
final class PersonModelTest {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");
    private static final OnetSocCode INTELLIGENCE_ANALYSTS = new OnetSocCode("15-2051.01");
    private static final OnetSocCode DRIVERS = new OnetSocCode("53-3033.00");
    private static final OnetSocCode SOFTWARE_DEVELOPERS = new OnetSocCode("15-1252.00");
    private static final OnetSocCode CLINICAL_DATA_MANAGERS = new OnetSocCode("15-2051.02");

    @TempDir
    private Path folder;

    private OnetCatalog catalog;
    private RatingMatrix matrix;
    private PersonModel model;

    @BeforeEach
    void open() throws IOException {
        catalog = catalog(MiniRelease.text());
        matrix = RatingMatrix.of(catalog, Domain.SKILLS);
        model = PersonModel.of(catalog, Domain.SKILLS);
    }

    private OnetCatalog catalog(MiniRelease release) throws IOException {
        return OnetRelease.open(release.writeZip(folder.resolve(release.hashCode() + ".zip")))
                .catalog();
    }

    private double[] levels(OnetSocCode code) {
        return matrix.elements().stream()
                .mapToDouble(element -> matrix.level(code, element.id()).orElseThrow())
                .toArray();
    }

    private String id(int element) {
        return model.elements().get(element).id();
    }

    /** The covariance that a history adds to: the mean of the squared differences of related pairs. */
    private double[][] amongRelated() {
        List<List<OnetSocCode>> pairs = List.of(
                List.of(ANALYSTS, PROGRAMMERS),
                List.of(ANALYSTS, INTELLIGENCE_ANALYSTS),
                List.of(PROGRAMMERS, ANALYSTS));
        double[][] covariance = new double[5][5];
        for (List<OnetSocCode> pair : pairs) {
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    covariance[i][j] += (levels(pair.get(0))[i] - levels(pair.get(1))[i])
                            * (levels(pair.get(0))[j] - levels(pair.get(1))[j])
                            / pairs.size();
                }
            }
        }
        return covariance;
    }

    private double squaredError(OnetSocCode code, int element) {
        double error = matrix.standardError(code, id(element)).orElse(0);
        return Math.pow(Math.max(.125, error), 2);
    }

    private static void assertLevels(PersonEstimate estimate, double[] mean, double[][] covariance) {
        for (int i = 0; i < mean.length; i++) {
            assertThat(estimate.levels().get(i).mean()).isCloseTo(mean[i], within(1e-9));
            assertThat(estimate.levels().get(i).standardDeviation())
                    .isCloseTo(Math.sqrt(covariance[i][i]), within(1e-9));
        }
    }

    @Test
    void withoutAHistoryLevelsAreThoseOfAllRatedOccupations() {
        List<OnetSocCode> rated = matrix.occupations().stream()
                .map(Occupation::code)
                .filter(code -> !code.equals(CLINICAL_DATA_MANAGERS))
                .toList();
        double[] mean = new double[5];
        double[][] covariance = new double[5][5];
        for (int i = 0; i < 5; i++) {
            int element = i;
            mean[i] = rated.stream()
                    .mapToDouble(code -> levels(code)[element])
                    .average()
                    .orElseThrow();
            covariance[i][i] = .125 * .125
                    + rated.stream()
                                    .mapToDouble(code -> Math.pow(levels(code)[element] - mean[element], 2))
                                    .sum()
                            / (rated.size() - 1);
        }

        assertThat(rated).hasSize(5);
        assertLevels(model.estimate(PersonProfile.UNKNOWN), mean, covariance);
    }

    @Test
    void whatIsStatedNarrowsLevelsAsDenseAlgebraDoes() {
        double[] mean = levels(PROGRAMMERS);
        double[][] covariance = amongRelated();
        for (int i = 0; i < 5; i++) {
            covariance[i][i] += squaredError(PROGRAMMERS, i);
        }
        assertLevels(model.estimate(PersonProfile.UNKNOWN.withOccupation(PROGRAMMERS)), mean, covariance);

        double[][] precision = Dense.inverse(covariance);
        double[] information = Dense.times(precision, mean);
        precision[1][1] += 1 / .25;
        information[1] += 5 / .25;
        precision[4][4] += 1 / .04 + 1 / .01;
        information[4] += 2 / .04 + 3 / .01;
        double[][] posterior = Dense.inverse(precision);

        assertLevels(
                model.estimate(PersonProfile.UNKNOWN
                        .withOccupation(PROGRAMMERS, 3)
                        .withSelfAssessment(id(1), 5)
                        .withSelfAssessment(id(4), 2, .2)
                        .withLevel(id(4), 3, .1)),
                Dense.times(posterior, information),
                posterior);
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() {
        PersonProfile one = PersonProfile.UNKNOWN
                .withSelfAssessment(id(0), 1)
                .withSelfAssessment(id(3), 4)
                .withOccupation(ANALYSTS)
                .withOccupation(DRIVERS);
        PersonProfile other = PersonProfile.UNKNOWN
                .withOccupation(DRIVERS)
                .withSelfAssessment(id(3), 2)
                .withSelfAssessment(id(3), 4)
                .withOccupation(ANALYSTS)
                .withSelfAssessment(id(0), 1);

        for (int i = 0; i < 5; i++) {
            assertThat(model.estimate(other).levels().get(i).mean())
                    .isCloseTo(model.estimate(one).levels().get(i).mean(), within(1e-9));
        }
    }

    @Test
    void ofSeveralOccupationsTheHighestLevelsCountAndTheYearsSayHowSurely() {
        double[] drivers = levels(DRIVERS);
        double[] programmers = levels(PROGRAMMERS);
        double[] highest = new double[5];
        double[][] covariance = amongRelated();
        double[][] longAgo = amongRelated();
        for (int i = 0; i < 5; i++) {
            highest[i] = Math.max(drivers[i], programmers[i]);
            double error = squaredError(drivers[i] > programmers[i] ? DRIVERS : PROGRAMMERS, i);
            double ofDrivers = Math.pow(drivers[i] - highest[i], 2);
            double ofProgrammers = Math.pow(programmers[i] - highest[i], 2);
            covariance[i][i] += error + .5 * ofDrivers + .5 * ofProgrammers;
            longAgo[i][i] += error + .9 * ofDrivers + .1 * ofProgrammers;
        }
        PersonProfile driver = PersonProfile.UNKNOWN.withOccupation(DRIVERS, 18);

        assertLevels(model.estimate(driver.withOccupation(PROGRAMMERS)), highest, covariance);
        assertLevels(model.estimate(driver.withOccupation(PROGRAMMERS, 2)), highest, longAgo);
    }

    @Test
    void anOccupationWithoutRatingsSaysNothingAndIsNamed() {
        PersonProfile person =
                PersonProfile.UNKNOWN.withOccupation(SOFTWARE_DEVELOPERS).withOccupation(CLINICAL_DATA_MANAGERS);
        PersonEstimate estimate = model.estimate(person);

        assertThat(estimate.heldWithoutRatings())
                .extracting(Occupation::code)
                .containsExactly(SOFTWARE_DEVELOPERS, CLINICAL_DATA_MANAGERS);
        assertThat(estimate.levels())
                .isEqualTo(model.estimate(PersonProfile.UNKNOWN).levels());
        assertThat(model.estimate(person.withOccupation(DRIVERS)).levels())
                .isEqualTo(model.estimate(PersonProfile.UNKNOWN.withOccupation(DRIVERS))
                        .levels());
    }

    @Test
    void withoutRelatedOccupationsAHistoryIsLessSure() throws IOException {
        PersonModel unrelated =
                PersonModel.of(catalog(MiniRelease.text().withoutFile("Related Occupations.txt")), Domain.SKILLS);
        LevelEstimate level = unrelated
                .estimate(PersonProfile.UNKNOWN.withOccupation(ANALYSTS))
                .levels()
                .get(0);

        assertThat(level.mean()).isEqualTo(levels(ANALYSTS)[0]);
        assertThat(level.standardDeviation())
                .isGreaterThanOrEqualTo(unrelated
                        .estimate(PersonProfile.UNKNOWN)
                        .levels()
                        .get(0)
                        .standardDeviation());
    }

    @Test
    void unknownIsNotZero() {
        PersonProfile zeros = PersonProfile.UNKNOWN;
        PersonProfile sevens = PersonProfile.UNKNOWN;
        for (Element element : model.elements()) {
            zeros = zeros.withLevel(element.id(), 0, .01);
            sevens = sevens.withLevel(element.id(), 7, .01);
        }
        ReadinessEstimate unknown = model.estimate(PersonProfile.UNKNOWN).readiness(ANALYSTS);

        assertThat(model.estimate(zeros).readiness(ANALYSTS).mean()).isCloseTo(0, within(.01));
        assertThat(model.estimate(sevens).readiness(ANALYSTS).mean()).isCloseTo(1, within(1e-9));
        assertThat(unknown.mean()).isBetween(.3, .99);
        assertThat(unknown.high() - unknown.low()).isGreaterThan(.1);
        assertThat(unknown.elements(PersonGap.Status.UNKNOWN)).isNotEmpty();
        assertThat(model.estimate(PersonProfile.UNKNOWN).levels())
                .noneMatch(level -> level.known() || level.selfAssessed());
    }

    @Test
    void elementsAreMetOrGapsOrUnknownByTheProbabilityOfAShortfall() {
        double needed = levels(ANALYSTS)[0];
        PersonEstimate estimate = model.estimate(PersonProfile.UNKNOWN
                .withOccupation(ANALYSTS)
                .withLevel(id(0), needed - 1, .1)
                .withSelfAssessment(id(1), 7, .1));
        ReadinessEstimate readiness = estimate.readiness(ANALYSTS);

        assertThat(readiness.elements(PersonGap.Status.GAP))
                .extracting(PersonGap::element)
                .contains(model.elements().get(0));
        assertThat(readiness.elements(PersonGap.Status.MET))
                .extracting(PersonGap::element)
                .contains(model.elements().get(1));
        assertThat(readiness.elements()).allSatisfy(gap -> {
            double u = (gap.needed() - gap.person().mean()) / gap.person().standardDeviation();
            assertThat(gap.status())
                    .isEqualTo(
                            u >= 1.2815515655446004
                                    ? PersonGap.Status.GAP
                                    : u <= -1.2815515655446004 ? PersonGap.Status.MET : PersonGap.Status.UNKNOWN);
        });
        assertThat(readiness.elements())
                .isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()));
        assertThat(readiness.elements().stream().mapToDouble(PersonGap::share).sum())
                .isCloseTo(1 - readiness.mean(), within(1e-12));
        assertThat(readiness.low()).isBetween(0.0, readiness.mean());
        assertThat(readiness.high()).isBetween(readiness.mean(), 1.0);
        assertThat(estimate.levels().get(0).known()).isTrue();
        assertThat(estimate.levels().get(0).selfAssessed()).isFalse();
        assertThat(estimate.levels().get(1).selfAssessed()).isTrue();
        assertThat(readiness.attribution()).isEqualTo(catalog.release().attribution());
    }

    @Test
    void aSkippedQuestionGivesWayToTheNextBestOneUntilAllAreSkipped() {
        PersonEstimate estimate = model.estimate(PersonProfile.UNKNOWN);
        Set<String> skipped = new HashSet<>();
        double narrowing = 1;
        Optional<Question> next = estimate.nextQuestion(ANALYSTS);
        while (next.isPresent()) {
            assertThat(next.get().narrowing()).isBetween(.001, narrowing);
            narrowing = next.get().narrowing();
            assertThat(skipped.add(next.get().element().id())).isTrue();
            next = estimate.nextQuestion(ANALYSTS, skipped);
        }
        assertThat(skipped).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void questionsNarrowTheIntervalUntilNothingIsLeftToGain() {
        PersonProfile person = PersonProfile.UNKNOWN;
        double width = 1;
        int asked = 0;
        Optional<Question> next = model.estimate(person).nextQuestion(ANALYSTS);
        while (next.isPresent()) {
            assertThat(next.get().narrowing()).isGreaterThanOrEqualTo(.001);
            String id = next.get().element().id();
            assertThat(person.selfAssessed()).doesNotContainKey(id);
            person = person.withSelfAssessment(id, 3);
            asked++;
            next = model.estimate(person).nextQuestion(ANALYSTS);
        }
        ReadinessEstimate readiness = model.estimate(person).readiness(ANALYSTS);

        assertThat(asked).isBetween(2, 5);
        assertThat(readiness.high() - readiness.low()).isLessThan(width);

        PersonProfile sure = PersonProfile.UNKNOWN;
        PersonProfile answered = PersonProfile.UNKNOWN;
        for (Element element : model.elements()) {
            sure = sure.withLevel(element.id(), 2, .01);
            answered = answered.withSelfAssessment(element.id(), 2, 2);
        }
        assertThat(model.estimate(sure).nextQuestion(ANALYSTS))
                .as("all is known")
                .isEmpty();
        assertThat(model.estimate(answered).nextQuestion(ANALYSTS))
                .as("all is answered")
                .isEmpty();
    }

    @Test
    void aQuestionOffersTheLevelAnchorsAndWhatIsBetween() {
        Element programming = catalog.elements(Domain.SKILLS).stream()
                .filter(element -> element.name().equals("Programming"))
                .findFirst()
                .orElseThrow();
        Question question = new Question(catalog.release(), programming, .1);

        assertThat(question.text())
                .isEqualTo("Programming: " + programming.description()
                        + " Which of these comes closest to what you can do?");
        assertThat(question.choices())
                .containsExactly(
                        new Question.Choice(0, "none of this"),
                        new Question.Choice(1, "less than \"Sort a list by program\""),
                        new Question.Choice(2, "\"Sort a list by program\""),
                        new Question.Choice(
                                3, "between \"Sort a list by program\" and \"Program a statistical analysis\""),
                        new Question.Choice(4, "\"Program a statistical analysis\""),
                        new Question.Choice(
                                5, "between \"Program a statistical analysis\" and \"Program a search for minerals\""),
                        new Question.Choice(6, "\"Program a search for minerals\""),
                        new Question.Choice(6.5, "more than \"Program a search for minerals\""));
    }

    @Test
    void aQuestionWithoutAnchorsOffersWholeLevels() {
        Question question = new Question(
                catalog.release(), new Element("2.B.1.b", "Coordination", null, Domain.SKILLS, List.of()), .1);

        assertThat(question.text()).isEqualTo("Coordination. Which of these comes closest to what you can do?");
        assertThat(question.choices()).hasSize(8).element(7).isEqualTo(new Question.Choice(7, "level 7 of 7"));
    }

    @Test
    void rankingIsByDistanceWithoutWhatIsHeldAndTiesShareARank() {
        PersonProfile person = PersonProfile.UNKNOWN.withOccupation(PROGRAMMERS);
        List<Place> places = model.estimate(person).ranking(99).occupations();

        assertThat(places)
                .extracting(place -> place.occupation().code())
                .containsExactlyInAnyOrder(new OnetSocCode("11-1011.00"), ANALYSTS, INTELLIGENCE_ANALYSTS, DRIVERS);
        assertThat(places).isSortedAccordingTo((one, other) -> Double.compare(one.distance(), other.distance()));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            boolean shares = i > 0 && place.rank() == places.get(i - 1).rank();
            assertThat(shares || place.rank() == i + 1).isTrue();
        }
        int first = (int) places.stream().filter(place -> place.rank() == 1).count();
        assertThat(model.estimate(person).ranking(1).occupations()).isEqualTo(places.subList(0, first));
        assertThat(places.get(places.size() - 1).rank())
                .as("drivers are told apart")
                .isGreaterThan(1);
    }

    @Test
    void closestToAHistoryIsByTheClosestOfThoseHeld() {
        Closeness closeness = Closeness.of(catalog);
        PersonEstimate estimate = model.estimate(
                PersonProfile.UNKNOWN.withOccupation(SOFTWARE_DEVELOPERS).withOccupation(DRIVERS));
        HistoryMatches matches = estimate.closestToHistory(closeness, 99);

        assertThat(matches.closest()).hasSize(6).allSatisfy(match -> {
            OnetSocCode code = match.close().occupation().code();
            double toDevelopers = closeness.between(SOFTWARE_DEVELOPERS, code).score();
            double toDrivers = closeness.between(DRIVERS, code).score();
            assertThat(match.close().score()).isEqualTo(Math.max(toDevelopers, toDrivers));
            assertThat(match.held().code()).isEqualTo(toDevelopers >= toDrivers ? SOFTWARE_DEVELOPERS : DRIVERS);
        });
        assertThat(estimate.closestToHistory(closeness, 2).closest())
                .isEqualTo(matches.closest().subList(0, 2));
        assertThat(model.estimate(PersonProfile.UNKNOWN)
                        .closestToHistory(closeness, 2)
                        .closest())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        PersonEstimate estimate = model.estimate(PersonProfile.UNKNOWN);
        OnetSocCode nobody = new OnetSocCode("99-9999.00");

        assertThatThrownBy(() -> model.estimate(PersonProfile.UNKNOWN.withOccupation(nobody)))
                .isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> estimate.readiness(nobody)).isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> estimate.readiness(CLINICAL_DATA_MANAGERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be one of targets(), those of O*NET 31.0 that are rated in all skills, but"
                        + " was Clinical Data Managers (15-2051.02)");
        assertThat(model.targets()).extracting(Occupation::code).doesNotContain(CLINICAL_DATA_MANAGERS);
        assertThatThrownBy(() -> model.estimate(PersonProfile.UNKNOWN.withLevel("2.C.1.a", 3, .1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("element must be one of elements(), those of skills, but was 2.C.1.a");
        assertThatThrownBy(() -> estimate.ranking(0)).hasMessage("limit must be at least 1, but was 0");
        Closeness other = Closeness.of(catalog(MiniRelease.singleSkillsText()));
        assertThatThrownBy(() -> estimate.closestToHistory(other, 1))
                .hasMessage("closeness must be of O*NET 31.0, but was O*NET 29.3");
        OnetCatalog unrated = catalog(MiniRelease.text().withoutFile("Knowledge.txt"));
        assertThatThrownBy(() -> PersonModel.of(unrated, Domain.KNOWLEDGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("catalog must be of a release that rates the level of all knowledge in two occupations at"
                        + " least, but was O*NET 31.0 with 0");
        assertThatThrownBy(() -> PersonModel.of(catalog, Domain.INTERESTS)).hasMessageContaining("rated by level");
    }
}
