package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.JobZone;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What separates two occupations in their preparation. */
final class PreparationGapTest {
    private static final OnetSocCode EXECUTIVES = new OnetSocCode("11-1011.00");
    private static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");

    @TempDir
    private Path folder;

    private PreparationGap gap(MiniRelease release, OnetSocCode from, OnetSocCode to) throws IOException {
        OnetCatalog catalog =
                OnetRelease.open(release.writeZip(folder.resolve("mini.zip"))).catalog();
        List<JobZone> zones = catalog.jobZones();
        PreparationGap gap = PreparationGap.of(catalog, from, to);
        assertThat(gap.fromZone()).isEqualTo(zone(zones, from));
        assertThat(gap.toZone()).isEqualTo(zone(zones, to));
        assertThat(gap.attribution()).isEqualTo(catalog.release().attribution());
        return gap;
    }

    private static Integer zone(List<JobZone> zones, OnetSocCode code) {
        return zones.stream()
                .filter(zone -> zone.occupation().code().equals(code))
                .findFirst()
                .orElseThrow()
                .zone();
    }

    private static MiniRelease analystsRated(String scale, String... percentByCategory) {
        MiniRelease release = MiniRelease.text();
        for (String entry : percentByCategory) {
            String[] of = entry.split("=", -1);
            release = release.withRow(
                    "Education.txt",
                    ANALYSTS.value(),
                    "2.D.1",
                    "Required Level of Education",
                    scale,
                    of[0],
                    of[1],
                    "28",
                    "0.0000",
                    "n/a",
                    "n/a",
                    "N",
                    "08/2023",
                    "Incumbent");
        }
        return release;
    }

    @Test
    void saysHowManyMustPassEachCategory() throws IOException {
        // Analysts: 50 % a bachelor's (6), 50 % a high school diploma (2). Executives: 40 % bachelor's, 60 % master's
        // (8).
        EducationGap up = education(gap(analystsRated("RL", "2=50.00", "6=50.00"), ANALYSTS, EXECUTIVES));
        EducationGap down = education(gap(analystsRated("RL", "2=50.00", "6=50.00"), EXECUTIVES, ANALYSTS));

        assertThat(up.steps()).extracting(EducationGap.Step::category).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(up.steps().get(0).share()).isCloseTo(.5, within(1e-12));
        assertThat(up.steps().get(5).share()).isCloseTo(.6, within(1e-12));
        assertThat(up.up()).isCloseTo(4 * .5 + 2 * .6, within(1e-12));
        assertThat(up.down()).isZero();
        assertThat(up.up() - up.down())
                .as("difference between the mean categories")
                .isCloseTo(.4 * 6 + .6 * 8 - .5 * 2 - .5 * 6, within(1e-12));
        assertThat(down.down()).isCloseTo(up.up(), within(1e-12));
        assertThat(down.steps()).isEmpty();
    }

    private static EducationGap education(PreparationGap gap) {
        EducationGap education = gap.education();
        assertThat(education).isNotNull();
        return Objects.requireNonNull(education);
    }

    @Test
    void refusesToCompareAnswersToDifferentQuestions() throws IOException {
        MiniRelease otherScale = analystsRated("RQ", "6=100.00")
                .withRow("Scales Reference.txt", "RQ", "Required Education (Categories 1-12)", "0", "100");

        assertThat(gap(otherScale, ANALYSTS, EXECUTIVES).education()).isNull();
        assertThat(gap(MiniRelease.text(), ANALYSTS, EXECUTIVES).education())
                .as("analysts are not rated")
                .isNull();
    }

    @Test
    void refusesAnUnknownOccupation() throws IOException {
        OnetCatalog catalog = OnetRelease.open(MiniRelease.text().writeZip(folder.resolve("mini.zip")))
                .catalog();
        assertThatThrownBy(() -> PreparationGap.of(catalog, ANALYSTS, new OnetSocCode("99-9999.00")))
                .isInstanceOf(OccupationNotFoundException.class);
    }
}
