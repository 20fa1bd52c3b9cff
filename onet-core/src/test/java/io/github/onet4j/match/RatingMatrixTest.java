package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ratings side by side give the figures of the analyzer. */
final class RatingMatrixTest {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");
    private static final OnetSocCode CLINICAL_DATA_MANAGERS = new OnetSocCode("15-2051.02");
    private static final OnetSocCode SOFTWARE_DEVELOPERS = new OnetSocCode("15-1252.00");

    private OnetCatalog catalog;
    private RatingMatrix matrix;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        catalog = OnetRelease.open(MiniRelease.text().writeZip(folder.resolve("mini.zip")))
                .catalog();
        matrix = RatingMatrix.of(catalog, Domain.SKILLS);
    }

    @Test
    void holdsEveryRatingOfItsDomains() {
        RatingMatrix ofBoth = RatingMatrix.of(catalog, Domain.KNOWLEDGE, Domain.SKILLS, Domain.SKILLS);

        assertThat(ofBoth.domains()).containsExactly(Domain.SKILLS, Domain.KNOWLEDGE);
        assertThat(ofBoth.release()).isEqualTo(catalog.release());
        for (Domain domain : ofBoth.domains()) {
            assertThat(ofBoth.elements()).containsAll(catalog.elements(domain));
            assertThat(ofBoth.occupations()).containsAll(catalog.ratedOccupations(domain));
            for (Occupation occupation : ofBoth.occupations()) {
                for (Element element : catalog.elements(domain)) {
                    RatedElement rated = catalog.profile(occupation.code(), domain)
                            .findElement(element.id())
                            .orElse(RatedElement.of(element, null, null));
                    assertThat(ofBoth.level(occupation.code(), element.id()))
                            .isEqualTo(value(rated.level().map(Rating::value).orElse(null)));
                    assertThat(ofBoth.importance(occupation.code(), element.id()))
                            .isEqualTo(
                                    value(rated.importance().map(Rating::value).orElse(null)));
                    assertThat(ofBoth.standardError(occupation.code(), element.id()))
                            .isEqualTo(value(
                                    rated.level().map(Rating::standardError).orElse(null)));
                }
            }
        }
    }

    private static OptionalDouble value(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Test
    void hasTheReadinessOfTheAnalyzerOfEveryPair() {
        ReadinessMatrix readiness = matrix.readiness();
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);

        assertThat(readiness.occupations()).isEqualTo(catalog.ratedOccupations(Domain.SKILLS));
        for (Occupation from : readiness.occupations()) {
            for (Occupation to : readiness.occupations()) {
                OptionalDouble expected = analyzer.analyze(from.code(), to.code(), GapOptions.DEFAULTS)
                        .readiness();
                if (from.equals(to) && from.code().equals(CLINICAL_DATA_MANAGERS)) {
                    // The same is unknown on both sides; the matrix doesn't look for that.
                    assertThat(readiness.readiness(from.code(), to.code())).isEmpty();
                } else if (expected.isEmpty()) {
                    assertThat(readiness.readiness(from.code(), to.code())).isEmpty();
                } else {
                    assertThat(readiness.readiness(from.code(), to.code()).orElseThrow())
                            .as(from + " to " + to)
                            .isCloseTo(expected.getAsDouble(), within(1e-12));
                }
            }
        }
        assertThat(readiness.attribution()).isEqualTo(catalog.release().attribution());
    }

    @Test
    void isUnknownWhereARatingIs() {
        ReadinessMatrix readiness = matrix.readiness();

        assertThat(readiness.readiness(CLINICAL_DATA_MANAGERS, ANALYSTS)).isEmpty();
        assertThat(readiness.readiness(ANALYSTS, CLINICAL_DATA_MANAGERS)).isEmpty();
        assertThat(matrix.targets(CLINICAL_DATA_MANAGERS, TargetOrder.READINESS, 9))
                .isEmpty();
        assertThat(matrix.targets(ANALYSTS, TargetOrder.DISTANCE, 9))
                .hasSize(4)
                .noneMatch(target -> target.occupation().code().equals(CLINICAL_DATA_MANAGERS));
    }

    @Test
    void hasTheLargestGapsOfTheAnalyzerOfEveryPair() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            ReadinessMatrix readiness = matrix.readiness(threads, 3, 2);
            SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
            for (Occupation from : readiness.occupations()) {
                for (Occupation to : readiness.occupations()) {
                    if (readiness.readiness(from.code(), to.code()).isPresent()) {
                        SkillGap gap = analyzer.analyze(from.code(), to.code(), GapOptions.DEFAULTS);
                        assertThat(readiness.largestGaps(from.code(), to.code()))
                                .as(from + " to " + to)
                                .isEqualTo(gap.gaps().stream()
                                        .filter(element -> element.share().orElse(0) > 0)
                                        .limit(2)
                                        .map(RatingMatrixTest::share)
                                        .toList());
                    } else {
                        assertThat(readiness.largestGaps(from.code(), to.code()))
                                .isEmpty();
                    }
                }
            }
            assertThat(readiness.largestGaps(PROGRAMMERS, ANALYSTS)).isNotEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private static ReadinessMatrix.GapShare share(ElementGap gap) {
        return new ReadinessMatrix.GapShare(gap.element(), gap.share().orElseThrow());
    }

    @Test
    void isTheSameInWhateverNumberOfParts() {
        ReadinessMatrix whole = matrix.readiness();
        for (int parts = 1; parts < 12; parts++) {
            ReadinessMatrix inParts = matrix.readiness(Runnable::run, parts);
            for (int from = 0; from < whole.occupations().size(); from++) {
                for (int to = 0; to < whole.occupations().size(); to++) {
                    assertThat(Double.compare(inParts.readiness(from, to), whole.readiness(from, to)))
                            .isZero();
                }
            }
        }
    }

    @Test
    void ordersTheTargetsOfAnOccupation() {
        List<RankedTarget> byReadiness = matrix.targets(PROGRAMMERS, TargetOrder.READINESS, 9);
        List<RankedTarget> byDistance = matrix.targets(PROGRAMMERS, TargetOrder.DISTANCE, 9);

        assertThat(byReadiness)
                .hasSize(4)
                .isSortedAccordingTo((a, b) -> Double.compare(b.readiness(), a.readiness()))
                .noneMatch(target -> target.occupation().code().equals(PROGRAMMERS));
        assertThat(byDistance)
                .containsExactlyInAnyOrderElementsOf(byReadiness)
                .isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
        assertThat(matrix.targets(PROGRAMMERS, TargetOrder.DISTANCE, 2)).isEqualTo(byDistance.subList(0, 2));
        assertThat(byReadiness)
                .allSatisfy(target -> assertThat(target.readiness())
                        .isEqualTo(matrix.readiness()
                                .readiness(PROGRAMMERS, target.occupation().code())
                                .orElseThrow()));
    }

    @Test
    void ordersTheTargetsOfSomebodyWithGivenLevels() {
        Map<String, Double> levels = levels(ANALYSTS);
        List<RankedTarget> targets = matrix.targets(levels, TargetOrder.DISTANCE, 3);

        assertThat(targets.get(0)).isEqualTo(new RankedTarget(catalog.requireOccupation(ANALYSTS), 1, 0));
        levels.replaceAll((id, level) -> level / 2);
        SkillGap half = SkillGapAnalyzer.of(catalog)
                .analyze(new Person("half an analyst", levels), ANALYSTS.value(), GapOptions.DEFAULTS);
        RankedTarget target = matrix.targets(levels, TargetOrder.READINESS, 9).stream()
                .filter(ranked -> ranked.occupation().code().equals(ANALYSTS))
                .findFirst()
                .orElseThrow();
        assertThat(target.readiness()).isCloseTo(half.readiness().orElseThrow(), within(1e-12));
        assertThat(target.distance()).as("half of everything").isCloseTo(0.5, within(1e-12));
    }

    private Map<String, Double> levels(OnetSocCode code) {
        return new HashMap<>(catalog.profile(code, Domain.SKILLS).elements().stream()
                .collect(Collectors.toMap(
                        rated -> rated.element().id(),
                        rated -> rated.level().orElseThrow().value())));
    }

    @Test
    void isTheSameAfterSerialization() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(matrix);
        }
        RatingMatrix read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (RatingMatrix) in.readObject();
        }

        assertThat(read).hasToString(matrix.toString());
        assertThat(read.occupations()).isEqualTo(matrix.occupations());
        assertThat(read.elements()).isEqualTo(matrix.elements());
        assertThat(read.targets(PROGRAMMERS, TargetOrder.READINESS, 9))
                .isEqualTo(matrix.targets(PROGRAMMERS, TargetOrder.READINESS, 9));
    }

    @Test
    void refusesWhatItCannotAnswer() {
        assertThatThrownBy(() -> RatingMatrix.of(catalog)).hasMessage("domains must be one at least, but was none");
        assertThatThrownBy(() -> RatingMatrix.of(catalog, Domain.INTERESTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("domains must be rated by level, but was ");
        assertThatThrownBy(() -> matrix.level(SOFTWARE_DEVELOPERS, "2.B.3.e"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("occupation must be one of occupations(), those of O*NET 31.0 that are rated in skills, but"
                        + " was 15-1252.00");
        assertThatThrownBy(() -> matrix.level(PROGRAMMERS, "2.C.1.a"))
                .hasMessage("element must be one of elements(), but was 2.C.1.a");
        assertThatThrownBy(() -> matrix.targets(PROGRAMMERS, TargetOrder.DISTANCE, 0))
                .hasMessage("limit must be at least 1, but was 0");
        assertThatThrownBy(() -> matrix.readiness(Runnable::run, 0)).hasMessage("parts must be at least 1, but was 0");
        assertThatThrownBy(() -> matrix.readiness(Runnable::run, 1, -1))
                .hasMessage("largestGaps must be at least 0, but was -1");
        Map<String, Double> tooHigh = levels(ANALYSTS);
        tooHigh.put("2.B.3.e", 7.5);
        assertThatThrownBy(() -> matrix.targets(tooHigh, TargetOrder.DISTANCE, 1))
                .hasMessage("level of Programming (2.B.3.e) must be 0 to 7, but was 7.5");
        tooHigh.remove("2.B.3.e");
        assertThatThrownBy(() -> matrix.targets(tooHigh, TargetOrder.DISTANCE, 1))
                .hasMessage("level of Programming (2.B.3.e) must be 0 to 7, but was null");
        ReadinessMatrix readiness = matrix.readiness();
        assertThatThrownBy(() -> readiness.readiness(0, 99)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
