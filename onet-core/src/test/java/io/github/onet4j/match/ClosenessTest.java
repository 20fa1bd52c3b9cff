package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OccupationText;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which occupations are close to one, and why. */
final class ClosenessTest {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode SOFTWARE_DEVELOPERS = new OnetSocCode("15-1252.00");
    private static final OnetSocCode EXECUTIVES = new OnetSocCode("11-1011.00");

    @TempDir
    private Path folder;

    private OnetCatalog catalog;
    private Closeness closeness;

    @BeforeEach
    void open() throws IOException {
        catalog = catalog(MiniRelease.text());
        closeness = Closeness.of(catalog);
    }

    private OnetCatalog catalog(MiniRelease release) throws IOException {
        return OnetRelease.open(release.writeZip(folder.resolve(release.hashCode() + ".zip")))
                .catalog();
    }

    @Test
    void ordersAllOthersByTheirScore() {
        ClosestOccupations closest = closeness.closest(PROGRAMMERS, 99);

        assertThat(closest.occupation()).isEqualTo(catalog.requireOccupation(PROGRAMMERS));
        assertThat(closest.closest())
                .extracting(CloseOccupation::occupation)
                .containsExactlyInAnyOrderElementsOf(catalog.occupations().stream()
                        .filter(other -> !other.code().equals(PROGRAMMERS))
                        .toList());
        assertThat(closest.closest())
                .isSortedAccordingTo(Comparator.comparingDouble((CloseOccupation close) -> -close.score())
                        .thenComparing(close -> close.occupation().code()));
        assertThat(closeness.closest(PROGRAMMERS, 2).closest())
                .isEqualTo(closest.closest().subList(0, 2));
        assertThat(closest.attribution()).isEqualTo(catalog.release().attribution());
    }

    @Test
    void explainsEachScoreByItsContributions() {
        for (Occupation one : catalog.occupations()) {
            for (CloseOccupation close : closeness.closest(one.code(), 99).closest()) {
                assertThat(close.titles() + close.work() + close.knowledge() + close.interests())
                        .isCloseTo(close.score(), within(1e-12));
                assertThat(close.probability())
                        .isCloseTo(1 / (1 + Math.exp(8.48 - 1.396 * close.score())), within(1e-12));
                assertThat(close)
                        .isEqualTo(
                                closeness.between(one.code(), close.occupation().code()));
                assertThat(closeness
                                .between(close.occupation().code(), one.code())
                                .score())
                        .as("the other way round")
                        .isCloseTo(close.score(), within(1e-12));
            }
        }
    }

    @Test
    void marksWhatIsExpectedInPlaceOfUnknownEvidence() {
        CloseOccupation unrated = closeness.between(PROGRAMMERS, SOFTWARE_DEVELOPERS);
        CloseOccupation rated = closeness.between(PROGRAMMERS, EXECUTIVES);

        // Each has one interest only, over which nothing correlates.
        assertThat(rated.expected()).containsExactly(Evidence.INTERESTS);
        assertThat(unrated.expected()).containsExactlyInAnyOrder(Evidence.KNOWLEDGE, Evidence.INTERESTS);
        assertThat(unrated.interests() / .65)
                .isCloseTo(.211 * unrated.titles() / .35 + .301 * unrated.work() / .65, within(1e-12));
        assertThat(unrated.knowledge() / 1.55)
                .isCloseTo(
                        .144 * unrated.titles() / .35 + .267 * unrated.work() / .65 + .382 * unrated.interests() / .65,
                        within(1e-12));
    }

    @Test
    void usesWhatAReleaseHasAndSaysWhatItLacks() throws IOException {
        assertThat(closeness.closest(PROGRAMMERS, 1).missing()).containsExactly(Evidence.INTERESTS);

        Closeness little = Closeness.of(catalog(MiniRelease.text()
                .withoutFile("Knowledge.txt")
                .withoutFile("Career Interest Types.txt")
                .withoutFile("Task Statements.txt")
                .withoutFile("Task Ratings.txt")
                .withoutFile("Emerging Tasks.txt")
                .withoutFile("Tasks to DWAs.txt")
                .withoutFile("Job Titles.txt")
                .withoutFile("Sample of Reported Titles.txt")));

        ClosestOccupations closest = little.closest(SOFTWARE_DEVELOPERS, 99);
        assertThat(closest.missing())
                .containsExactlyInAnyOrder(Evidence.TITLES, Evidence.WORK, Evidence.KNOWLEDGE, Evidence.INTERESTS);
        assertThat(closest.closest())
                .hasSize(7)
                .allSatisfy(close -> assertThat(close.score()).isFinite());
    }

    @Test
    void readsTheTextsOfTheRelease() {
        assertThat(catalog.texts()).extracting(OccupationText::occupation).isEqualTo(catalog.occupations());
        OccupationText drivers = catalog.texts().get(7);

        assertThat(drivers.occupation().title()).isEqualTo("Light Truck Drivers");
        assertThat(drivers.tasks()).containsExactly("Put up \"Wet Paint\" signs.");
        assertThat(drivers.activities()).hasSize(1);
        assertThat(catalog.texts())
                .flatExtracting(OccupationText::titles)
                .contains("CEO", "C++ Developer", "Infrastructure Engineer");
    }

    @Test
    void refusesWhatItCannotAnswer() {
        OnetSocCode unknown = new OnetSocCode("99-9999.00");
        assertThatThrownBy(() -> closeness.closest(unknown, 1)).isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> closeness.between(PROGRAMMERS, unknown))
                .isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> closeness.closest(PROGRAMMERS, 0)).hasMessage("limit must be at least 1, but was 0");
        assertThatThrownBy(() -> closeness.between(PROGRAMMERS, PROGRAMMERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other must be another occupation than code");
    }

    @Test
    void isTheSameForReleasesWithTheSameRows() throws IOException {
        Closeness ofCsv = Closeness.of(catalog(MiniRelease.csv()));
        for (Occupation occupation : catalog.occupations()) {
            List<CloseOccupation> expected =
                    closeness.closest(occupation.code(), 99).closest();
            assertThat(ofCsv.closest(occupation.code(), 99).closest()).isEqualTo(expected);
        }
    }
}
