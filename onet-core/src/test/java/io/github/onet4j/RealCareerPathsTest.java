package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CareerStep;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.EveryPath;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths over O*NET 29.3. The examples and their figures are those of an implementation that shares no code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCareerPathsTest {
    private static final int RANDOM_PAIRS = 40;

    private OnetCatalog catalog;
    private Closeness closeness;
    private CareerPathFinder finder;

    @BeforeAll
    void open() {
        Path path = RealReleasesTest.folder().resolve("db_29_3_text.zip");
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        catalog = OnetRelease.open(path).catalog();
        closeness = Closeness.of(catalog);
        finder = CareerPathFinder.of(catalog, closeness, RatingMatrix.of(catalog, Domain.SKILLS, Domain.KNOWLEDGE));
    }

    @ParameterizedTest
    @CsvSource({
        "41-2011.00, 29-1141.00, .427, false, .202, Medical Secretaries and > Medical Assistants",
        "53-3032.00, 13-1081.00, .386, false, .229, Dispatchers > First-Line Supervisors of Office",
        "41-2031.00, 13-1071.00, .224, false, .103, Hotel > Executive Secretaries",
        "35-3031.00, 11-9051.00, .392, true, .236, Bartenders",
        "31-1131.00, 29-1141.00, .289, true, .180, Phlebotomists",
        "43-3031.00, 13-2011.00, .235, true, .155, Tax Preparers",
        "43-4051.00, 15-1211.00, .345, false, .170, Loan Interviewers > Document Management"
    })
    void hasTheExamplesOfTheDocumentation(
            String from, String to, double direct, boolean isDirectPlausible, double hardest, String stops) {
        CareerPaths paths = finder.paths(new OnetSocCode(from), new OnetSocCode(to));

        assertThat(paths.direct().hardestStep()).isCloseTo(direct, within(.0005));
        assertThat(paths.direct().steps().get(0).isPlausible()).isEqualTo(isDirectPlausible);
        List<String> expected = Stream.of(stops.split(" > ")).toList();
        CareerPath path = paths.paths().stream()
                .filter(found -> found.steps().size() == expected.size() + 1)
                .findFirst()
                .orElseThrow();
        assertThat(path.hardestStep()).isCloseTo(hardest, within(.0005));
        List<String> found = path.steps().stream()
                .map(CareerStep::to)
                .map(Occupation::title)
                .limit(expected.size())
                .toList();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).contains(expected.get(i));
        }
    }

    @Test
    void oneStopToHumanResourcesIsHarderThanTheDirectWay() {
        CareerPaths paths = finder.paths(new OnetSocCode("41-2031.00"), new OnetSocCode("13-1071.00"), 1);

        assertThat(paths.paths()).singleElement().satisfies(path -> {
            assertThat(path.hardestStep()).isCloseTo(.236, within(.0005));
            assertThat(path.againstDirect()).isPositive();
        });
    }

    @Test
    void findsTheBestOfAllPathsThatTheRulesAllow() {
        EveryPath every = new EveryPath(catalog, closeness);
        List<Occupation> occupations = finder.occupations();
        Random random = new Random(29);
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            Occupation from = occupations.get(random.nextInt(occupations.size()));
            List<RelatedOccupation> related = catalog.relatedOccupations(from.code());
            Occupation listed = related.get(random.nextInt(related.size())).occupation();
            Occupation to = i % 2 == 0 && occupations.contains(listed)
                    ? listed
                    : occupations.get(random.nextInt(occupations.size()));
            if (!from.equals(to)) {
                assertSame(finder.paths(from.code(), to.code(), 2), every.best(from.code(), to.code(), 2));
            }
        }
    }

    private static void assertSame(CareerPaths paths, List<EveryPath.Found> expected) {
        assertThat(paths.paths())
                .as(paths.from() + " to " + paths.to())
                .extracting(path -> Stream.concat(
                                Stream.of(path.steps().get(0).from()),
                                path.steps().stream().map(CareerStep::to))
                        .map(Occupation::code)
                        .toList())
                .isEqualTo(expected.stream().map(EveryPath.Found::occupations).toList());
        for (int i = 0; i < expected.size(); i++) {
            CareerPath path = paths.paths().get(i);
            assertThat(path.hardestStep()).isCloseTo(expected.get(i).hardest(), within(1e-9));
            assertThat(path.detour()).isCloseTo(expected.get(i).detour(), within(1e-9));
            assertThat(path.learned()).isCloseTo(paths.direct().hardestStep() + path.detour(), within(1e-9));
        }
    }
}
