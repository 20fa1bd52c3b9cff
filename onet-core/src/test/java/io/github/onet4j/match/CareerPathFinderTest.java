package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The paths of a made release: thirty-six occupations in a row, each close to the next ones by words and knowledge.
 * Levels and job zones rise along the row, not evenly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CareerPathFinderTest {
    private static final int IN_A_ROW = 36;
    private static final int WITHOUT_ZONE = 7;
    private static final String[] SKILLS = {"2.A.1.a", "2.A.1.b", "2.B.1.b", "2.B.3.e", "2.B.4.e"};
    private static final String[] KNOWLEDGE = {"2.C.1.a", "2.C.3.a", "2.C.4.a", "2.C.5.a", "2.C.6", "2.C.7.a"};
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    private Path folder;

    private OnetCatalog catalog;
    private Closeness closeness;
    private CareerPathFinder finder;

    @BeforeAll
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        catalog = catalog(inARow());
        closeness = Closeness.of(catalog);
        finder = CareerPathFinder.of(catalog);
    }

    private OnetCatalog catalog(MiniRelease release) throws IOException {
        return OnetRelease.open(release.writeZip(folder.resolve(release.hashCode() + ".zip")))
                .catalog();
    }

    private static MiniRelease inARow() {
        MiniRelease release = MiniRelease.singleSkillsText();
        for (int i = 2; i < KNOWLEDGE.length; i++) {
            release = release.withRow("Content Model Reference.txt", KNOWLEDGE[i], name(KNOWLEDGE[i]), "");
        }
        Random random = new Random(3);
        for (int place = 0; place < IN_A_ROW; place++) {
            release = withOccupation(release, place, random);
        }
        return release;
    }

    private static MiniRelease withOccupation(MiniRelease release, int place, Random random) {
        String code = code(place).value();
        String words = "word%d word%d word%d word%d".formatted(place, place + 1, place + 2, place + 3);
        MiniRelease more = release.withRow("Occupation Data.txt", code, words, words)
                .withRow(
                        "Task Statements.txt",
                        code,
                        String.valueOf(9000 + place),
                        words,
                        "Core",
                        "",
                        "08/2023",
                        "Analyst");
        if (place != WITHOUT_ZONE) {
            more = more.withRow("Job Zones.txt", code, String.valueOf(zone(place)), "08/2023", "Analyst");
        }
        for (String element : SKILLS) {
            more = rated(more, "Skills.txt", code, element, 1 + 4 * random.nextDouble(), level(place, random));
        }
        for (int i = 0; i < KNOWLEDGE.length; i++) {
            double importance = 3 + 2 * Math.cos(2 * Math.PI * ((double) i / KNOWLEDGE.length - place / 50.0));
            more = rated(more, "Knowledge.txt", code, KNOWLEDGE[i], importance, level(place, random));
        }
        return more;
    }

    /** Zones 1 to 5; from the sixteenth to the seventeenth the zone rises by two. */
    private static int zone(int place) {
        return place < 5 ? 1 : place < 11 ? 2 : place < 17 ? 3 : 5;
    }

    private static double level(int place, Random random) {
        return Math.min(7, place / 8.0 + 2 * random.nextDouble());
    }

    private static MiniRelease rated(
            MiniRelease release, String file, String code, String element, double importance, double level) {
        return release.withRow(file, rating(code, element, "IM", importance, "n/a"))
                .withRow(file, rating(code, element, "LV", level, "N"));
    }

    private static String[] rating(String code, String element, String scale, double value, String notRelevant) {
        String rounded = String.format(Locale.ROOT, "%.2f", value);
        return new String[] {
            code,
            element,
            name(element),
            scale,
            rounded,
            "8",
            "0.1000",
            rounded,
            rounded,
            "N",
            notRelevant,
            "08/2023",
            "Analyst"
        };
    }

    private static String name(String element) {
        return switch (element) {
            case "2.A.1.a" -> "Reading Comprehension";
            case "2.A.1.b" -> "Active Listening";
            case "2.B.1.b" -> "Coordination";
            case "2.B.3.e" -> "Programming";
            case "2.B.4.e" -> "Judgment and Decision Making";
            case "2.C.1.a" -> "Administration and Management";
            case "2.C.3.a" -> "Computers and Electronics";
            default -> "Knowledge " + element;
        };
    }

    private static OnetSocCode code(int place) {
        return new OnetSocCode("55-%d.00".formatted(1001 + place));
    }

    @Test
    void findsTheBestOfAllPathsThatTheRulesAllow() {
        EveryPath every = new EveryPath(catalog, closeness);
        Set<Integer> numbersOfSteps = new HashSet<>();
        Set<NoPathReason> reasons = new HashSet<>();
        for (int from = 0; from < IN_A_ROW; from++) {
            for (int to = 0; to < IN_A_ROW; to++) {
                if (from != to) {
                    CareerPaths paths = finder.paths(code(from), code(to), 3);
                    assertSame(paths, every.best(code(from), code(to), 3));
                    paths.paths()
                            .forEach(path -> numbersOfSteps.add(path.steps().size()));
                    if (paths.noPathReason() != null) {
                        reasons.add(paths.noPathReason());
                    }
                    assertThat(paths.noPathReason() == null)
                            .isEqualTo(!paths.paths().isEmpty());
                }
            }
        }
        assertThat(numbersOfSteps).as("the release has paths of each kind").containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(reasons).contains(NoPathReason.NOT_CONNECTED, NoPathReason.NO_PROGRESS);
    }

    private static void assertSame(CareerPaths paths, List<EveryPath.Found> expected) {
        assertThat(paths.paths())
                .extracting(CareerPathFinderTest::codes)
                .isEqualTo(expected.stream().map(EveryPath.Found::occupations).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(paths.paths().get(i).hardestStep())
                    .isCloseTo(expected.get(i).hardest(), within(1e-9));
            assertThat(paths.paths().get(i).detour()).isCloseTo(expected.get(i).detour(), within(1e-9));
        }
    }

    private static List<OnetSocCode> codes(CareerPath path) {
        List<OnetSocCode> codes = new ArrayList<>();
        codes.add(path.steps().get(0).from().code());
        path.steps().forEach(step -> codes.add(step.to().code()));
        return codes;
    }

    @Test
    void whatIsLearnedIsWhatIsLackingAndTheDetour() {
        ReadinessMatrix readiness =
                RatingMatrix.of(catalog, Domain.SKILLS, Domain.KNOWLEDGE).readiness();
        int withDetour = 0;
        for (Occupation from : finder.occupations()) {
            for (Occupation to : finder.occupations()) {
                if (!from.equals(to)) {
                    CareerPaths paths = finder.paths(from.code(), to.code());
                    double lacking =
                            1 - readiness.readiness(from.code(), to.code()).orElseThrow();
                    assertThat(paths.direct().hardestStep()).isCloseTo(lacking, within(1e-12));
                    assertThat(paths.direct().detour()).isZero();
                    assertAddsUp(paths.direct(), lacking);
                    for (CareerPath path : paths.paths()) {
                        assertAddsUp(path, lacking);
                        withDetour += path.detour() > 0 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(withDetour).isPositive();
    }

    private static void assertAddsUp(CareerPath path, double lacking) {
        assertThat(path.learned()).isCloseTo(lacking + path.detour(), within(1e-9));
        assertThat(path.againstDirect()).isCloseTo(path.hardestStep() - lacking, within(1e-12));
        assertThat(path.steps().stream().mapToDouble(CareerStep::learned).sum())
                .isCloseTo(path.learned(), within(1e-12));
        assertThat(path.steps().stream().mapToDouble(CareerStep::detour).sum()).isCloseTo(path.detour(), within(1e-12));
        assertThat(path.steps().stream().mapToDouble(CareerStep::shortfall).max())
                .hasValue(path.hardestStep());
        for (CareerStep step : path.steps()) {
            assertThat(step.elements().stream()
                            .mapToDouble(LearnedElement::share)
                            .sum())
                    .isCloseTo(step.learned(), within(1e-12));
            assertThat(step.elements())
                    .isSortedAccordingTo(Comparator.comparingDouble((LearnedElement learned) -> -learned.share())
                            .thenComparing(learned -> learned.element().id()))
                    .allSatisfy(learned -> {
                        assertThat(learned.after()).isGreaterThan(learned.before());
                        assertThat(learned.detour()).isBetween(0.0, learned.share());
                    });
        }
    }

    @Test
    void standsTheDirectWayBesideThePathsWithTheRulesThatItBreaks() {
        CareerPaths far = finder.paths(code(0), code(IN_A_ROW - 1), 0);

        CareerStep direct = far.direct().steps().get(0);
        assertThat(direct.broken()).containsExactlyInAnyOrder(MoveRule.values());
        assertThat(direct.isPlausible()).isFalse();
        assertThat(direct.probability())
                .isEqualTo(closeness.between(code(0), code(IN_A_ROW - 1)).probability())
                .isLessThan(.1);
        assertThat(far.paths()).isEmpty();
        assertThat(far.noPathReason()).isEqualTo(NoPathReason.NOT_CONNECTED);
        assertThat(far.toString()).contains("no plausible move", NoPathReason.NOT_CONNECTED.explanation());

        CareerPaths twoZonesUp = finder.paths(code(16), code(17), 0);
        assertThat(twoZonesUp.direct().steps().get(0).broken()).containsExactly(MoveRule.JOB_ZONE);
        assertThat(twoZonesUp.direct().steps().get(0).probability()).isGreaterThan(.1);

        CareerPaths near = finder.paths(code(5), code(6), 0);
        assertThat(near.paths()).containsExactly(near.direct());
        assertThat(near.direct().steps().get(0).isPlausible()).isTrue();
        assertThat(near.release()).isEqualTo(catalog.release());
        assertThat(near.attribution()).isEqualTo(catalog.release().attribution());
    }

    @Test
    void showsWhereAPathIsHarderThanTheDirectWay() {
        List<CareerPath> harder = new ArrayList<>();
        for (int from = 0; from < IN_A_ROW; from++) {
            for (int to = 0; to < IN_A_ROW; to++) {
                if (from != to) {
                    finder.paths(code(from), code(to)).paths().stream()
                            .filter(path -> path.againstDirect() > 0)
                            .forEach(harder::add);
                }
            }
        }

        assertThat(harder)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.toString()).contains("harder than the direct way"));
    }

    @Test
    void anUnknownJobZoneForbidsNothingAndIsUnknownInTheResult() throws IOException {
        CareerStep step = finder.paths(code(WITHOUT_ZONE), code(WITHOUT_ZONE + 1), 0)
                .direct()
                .steps()
                .get(0);
        assertThat(step.fromZone()).isNull();
        assertThat(step.toZone()).isEqualTo(zone(WITHOUT_ZONE + 1));
        assertThat(step.isPlausible()).isTrue();
        assertThat(finder.paths(code(0), code(1)).jobZonesMissing()).isFalse();

        CareerPaths withoutZones = CareerPathFinder.of(
                        catalog(inARow().withoutFile("Job Zones.txt").withoutFile("Job Zone Reference.txt")))
                .paths(code(16), code(17), 0);
        assertThat(withoutZones.jobZonesMissing()).isTrue();
        assertThat(withoutZones.paths())
                .as("plausible, since the rule that forbids it can't be applied")
                .hasSize(1);
    }

    @Test
    void saysWhichEvidenceOfClosenessTheReleaseLacks() {
        assertThat(finder.paths(code(0), code(1)).missing())
                .isEqualTo(closeness.closest(code(0), 1).missing());
    }

    @Test
    void sharesWhatWasReadAlready() {
        RatingMatrix matrix = RatingMatrix.of(catalog, Domain.KNOWLEDGE, Domain.SKILLS);

        assertThat(CareerPathFinder.of(catalog, closeness, matrix).paths(code(3), code(12)))
                .isEqualTo(finder.paths(code(3), code(12)));
    }

    @Test
    void refusesWhatItCannotAnswer() throws IOException {
        assertThat(finder.release()).isEqualTo(catalog.release());
        assertThat(finder.occupations())
                .extracting(Occupation::code)
                .contains(code(0), code(IN_A_ROW - 1))
                .doesNotContain(PROGRAMMERS);
        assertThatThrownBy(() -> finder.paths(new OnetSocCode("99-9999.00"), code(1)))
                .isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> finder.paths(code(1), PROGRAMMERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to must be one of occupations(), those of O*NET 29.3 that are rated in every element of"
                        + " skills and knowledge, but was Computer Programmers (15-1251.00)");
        assertThatThrownBy(() -> finder.paths(code(1), code(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to must be another occupation than from, but was 55-1002.00");
        assertThatThrownBy(() -> finder.paths(code(1), code(2), 4)).hasMessage("maxStops must be 0 to 3, but was 4");
        assertThatThrownBy(() -> finder.paths(code(1), code(2), -1)).hasMessage("maxStops must be 0 to 3, but was -1");
        assertThatThrownBy(() -> CareerPathFinder.of(catalog, closeness, RatingMatrix.of(catalog, Domain.SKILLS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matrix must be of skills and knowledge");
        OnetCatalog withoutKnowledge = catalog(inARow().withoutFile("Knowledge.txt"));
        assertThatThrownBy(() -> CareerPathFinder.of(withoutKnowledge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("catalog must be of a release with ratings of knowledge");
        OnetCatalog other = catalog(MiniRelease.text());
        assertThatThrownBy(() -> CareerPathFinder.of(
                        other, closeness, RatingMatrix.of(catalog, Domain.SKILLS, Domain.KNOWLEDGE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("31.0");
    }
}
