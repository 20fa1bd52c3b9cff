package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.compare.Change;
import io.github.onet4j.compare.Changes;
import io.github.onet4j.compare.DriftPart;
import io.github.onet4j.compare.GapDrift;
import io.github.onet4j.compare.Presence;
import io.github.onet4j.compare.RatingChange.Kind;
import io.github.onet4j.compare.RatingChanges;
import io.github.onet4j.compare.RelatedChanges;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.compare.Seam;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Releases of full size, compared. The figures are those of docs/compare.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealComparisonTest {
    private OnetCatalog may2025;
    private OnetCatalog december2025;
    private ReleaseComparison comparison;

    @BeforeAll
    void open() {
        may2025 = catalog("db_29_3_text.zip");
        december2025 = catalog("db_30_1_text.zip");
        comparison = ReleaseComparison.of(may2025, december2025);
    }

    private static OnetCatalog catalog(String archive) {
        Path path = RealReleasesTest.folder().resolve(archive);
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        return OnetRelease.open(path).catalog();
    }

    @Test
    void noSkillAndNoKnowledgeChangedWithoutANewDate() {
        assertCounts(comparison.ratings(Domain.SKILLS), 1050, 0, 4410, 0, 0, 57_120);
        assertCounts(comparison.ratings(Domain.KNOWLEDGE), 990, 0, 4158, 0, 0, 53_856);
    }

    @Test
    void softwareDevelopersAreAmongTheFifteenThatAreNewlyRated() {
        RatingChanges skills = comparison.ratings(Domain.SKILLS);

        assertThat(skills.newlyRated())
                .hasSize(15)
                .extracting(occupation -> occupation.code().value())
                .isSorted()
                .contains("15-1252.00", "53-3051.00");
        assertThat(skills.noLongerRated()).isEmpty();
        assertThat(comparison.ratings(Domain.KNOWLEDGE).newlyRated()).isEqualTo(skills.newlyRated());
    }

    @Test
    void theOtherDomainsChangedAsThePageSays() {
        assertCounts(comparison.ratings(Domain.WORK_STYLES), 37_422, 14_064, 0, 0, 0, 0);
        assertThat(comparison.elements(Domain.WORK_STYLES)).hasToString("21 added, 16 removed, 0 changed, 0 unchanged");
        assertCounts(comparison.ratings(Domain.INTERESTS), 0, 0, 0, 0, 0, 8307);
        assertCounts(comparison.ratings(Domain.WORK_VALUES), 0, 0, 0, 0, 0, 7866);
        assertCounts(comparison.ratings(Domain.EDUCATION), 916, 0, 2438, 0, 0, 33_771);
        assertThat(comparison.ratings(Domain.EDUCATION).newlyRated()).hasSize(20);
        RatingChanges abilities = comparison.ratings(Domain.ABILITIES);
        assertThat(abilities.presence())
                .as("of the archive of 29.3 that is at hand")
                .isEqualTo(Presence.LATER_ONLY);
        assertThat(abilities.changes()).isEmpty();
    }

    @Test
    void occupationsStayedAndEightJobZonesMoved() {
        assertThat(comparison.occupations()).hasToString("0 added, 0 removed, 0 changed, 1016 unchanged");
        Changes<JobZone> zones = comparison.jobZones();
        assertThat(zones).hasToString("0 added, 0 removed, 8 changed, 915 unchanged");
        assertThat(zones.changed())
                .extracting(Change::earlier)
                .extracting(zone -> zone.occupation().title())
                .contains("Acute Care Nurses", "Concierges", "Boilermakers");
    }

    @Test
    void relatedListsAreRankedAnewAlmostEverywhere() {
        RelatedChanges related = comparison.relatedOccupations();

        assertThat(related).hasToString("922 changed, 1 unchanged");
        assertThat(related.changes().stream().filter(change -> change.added().isEmpty()))
                .as("the same members in another order")
                .hasSize(384);
        assertThat(related.changes().stream()
                        .mapToInt(change -> change.added().size())
                        .sum())
                .as("of 18,460 entries")
                .isEqualTo(related.changes().stream()
                        .mapToInt(change -> change.dropped().size())
                        .sum())
                .isEqualTo(1042);
    }

    @Test
    void theSeamIsThatOfWorkStyles() {
        assertThat(comparison.seams()).singleElement().satisfies(seam -> {
            assertThat(seam.version()).isEqualTo("30.1");
            assertThat(seam.concerns(Domain.WORK_STYLES)).isTrue();
        });
    }

    @Test
    void thePartsOfEveryRelatedPairAddUp() {
        Map<GapDrift.Outcome, Integer> outcomes = new EnumMap<>(GapDrift.Outcome.class);
        List<Double> moves = new ArrayList<>();
        SkillGapAnalyzer before = SkillGapAnalyzer.of(may2025);
        SkillGapAnalyzer after = SkillGapAnalyzer.of(december2025);
        for (Occupation source : may2025.occupations()) {
            for (RelatedOccupation related : may2025.relatedOccupations(source.code())) {
                OnetSocCode from = source.code();
                OnetSocCode to = related.occupation().code();
                GapDrift drift = comparison.drift(from, to, GapOptions.DEFAULTS);
                outcomes.merge(drift.outcome(), 1, Integer::sum);
                if (drift.outcome() == GapDrift.Outcome.MEASURED) {
                    assertThat(drift.earlierReadiness())
                            .isEqualTo(before.analyze(from, to, GapOptions.DEFAULTS)
                                    .readiness());
                    assertThat(drift.laterReadiness())
                            .isEqualTo(
                                    after.analyze(from, to, GapOptions.DEFAULTS).readiness());
                    assertThat(drift.parts().stream()
                                    .mapToDouble(DriftPart::share)
                                    .sum())
                            .as("%s to %s", from, to)
                            .isCloseTo(drift.change().orElseThrow(), within(1e-12));
                    moves.add(Math.abs(drift.change().orElseThrow()));
                }
            }
        }

        assertThat(outcomes)
                .isEqualTo(Map.of(
                        GapDrift.Outcome.MEASURED, 16_391,
                        GapDrift.Outcome.NEWLY_RATED, 665,
                        GapDrift.Outcome.UNRATED, 1404));
        assertThat(moves).filteredOn(move -> move >= 0.0005).hasSize(2098);
        assertThat(Collections.max(moves)).isCloseTo(0.155, within(0.0005));
    }

    @Test
    void aDriftIsToldInWords() {
        assertThat(text("17-2121.00", "49-3051.00"))
                .isEqualTo("Readiness of Marine Engineers and Naval Architects (17-2121.00) for Motorboat Mechanics and"
                        + " Service Technicians (49-3051.00) in skills rose from 0.776 in O*NET 29.3 to 0.931 in O*NET"
                        + " 30.1 because of the re-rating of Marine Engineers and Naval Architects in 2025-08 (+0.155,"
                        + " most by Repairing +0.046, Equipment Maintenance +0.044, Operation and Control +0.038).");
        assertThat(text("15-1251.00", "15-1211.00"))
                .isEqualTo("Readiness of Computer Programmers (15-1251.00) for Computer Systems Analysts (15-1211.00)"
                        + " in skills stayed at 0.832 from O*NET 29.3 to 30.1: no rating behind it changed.");
        assertThat(text("15-1251.00", "15-1252.00"))
                .isEqualTo("Readiness of Computer Programmers (15-1251.00) for Software Developers (15-1252.00) in"
                        + " skills has no change from O*NET 29.3 to 30.1: O*NET 29.3 does not rate Software Developers."
                        + " In O*NET 30.1 it is 0.888.");
    }

    private String text(String from, String to) {
        return comparison
                .drift(new OnetSocCode(from), new OnetSocCode(to), GapOptions.DEFAULTS)
                .text();
    }

    @Test
    void standardErrorsOfSkillsGainedDecimalsWith282() {
        ReleaseComparison across = ReleaseComparison.of(catalog("db_28_0_text_loadable.zip"), may2025);

        assertCounts(across.ratings(Domain.SKILLS), 420, 0, 6650, 0, 41_164, 13_296);
        assertThat(across.seams()).extracting(Seam::version).containsExactly("28.2");
    }

    @Test
    void theLayoutOf303ChangedNoSkill() {
        ReleaseComparison across = ReleaseComparison.of(december2025, catalog("db_30_3_csv_partial.zip"));

        assertCounts(across.ratings(Domain.SKILLS), 0, 0, 0, 0, 0, 62_580);
        assertThat(across.ratings(Domain.WORK_VALUES).presence()).isEqualTo(Presence.EARLIER_ONLY);
        assertThat(across.seams())
                .extracting(Seam::version)
                .containsExactly("30.2", "30.2", "30.3", "30.3", "30.3", "30.3");
    }

    private static void assertCounts(
            RatingChanges ratings, int newlyRated, int dropped, int reRated, int restated, int precision, int carried) {
        assertThat(ratings.presence()).isEqualTo(Presence.BOTH);
        assertThat(ratings.counts())
                .as(ratings.domain().label())
                .isEqualTo(Map.of(
                        Kind.NEWLY_RATED, newlyRated,
                        Kind.DROPPED, dropped,
                        Kind.RE_RATED, reRated,
                        Kind.RESTATED, restated,
                        Kind.PRECISION, precision,
                        Kind.CARRIED, carried));
        assertThat(ratings.changes()).hasSize(newlyRated + dropped + reRated + restated + precision);
    }
}
