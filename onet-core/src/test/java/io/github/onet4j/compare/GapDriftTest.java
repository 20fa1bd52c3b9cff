package io.github.onet4j.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.compare.RatingChange.Kind;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.NotRelevantPolicy;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why readiness differs between two releases, by what their rows say. */
class GapDriftTest {
    private static final String DRIVERS = "53-3033.00";
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String ANALYSTS = "15-1211.00";
    private static final String MANAGERS = "15-2051.02";
    private static final String DEVELOPERS = "15-1252.00";
    private static final String READING = "2.A.1.a";
    private static final String LISTENING = "2.A.1.b";
    private static final String PROGRAMMING = "2.B.3.e";

    @TempDir
    private Path folder;

    private MiniReleases same;

    @BeforeEach
    void prepare() {
        same = MiniReleases.in(folder);
    }

    @Test
    void nothingMovesWhereAllIsCarriedOrDiffersInDecimals() {
        GapDrift drift = drift(
                same.skill(PROGRAMMERS, READING, "IM", "Standard Error", "0.16").compared(), DRIVERS, PROGRAMMERS);

        assertThat(drift.outcome()).isEqualTo(GapDrift.Outcome.MEASURED);
        assertThat(drift.change()).hasValue(0);
        assertThat(drift.parts()).isEmpty();
        assertThat(drift.earlierReadiness()).isEqualTo(drift.laterReadiness());
        assertThat(drift.text())
                .isEqualTo("Readiness of Light Truck Drivers (53-3033.00) for Computer Programmers (15-1251.00) in"
                        + " skills stayed at 0.512 from O*NET 29.3 to 30.1: no rating behind it changed.");
    }

    @Test
    void aReRatedSourceExplainsTheRise() {
        GapDrift drift = drift(
                same.skill(DRIVERS, PROGRAMMING, "LV", "Data Value", "2.00")
                        .skill(DRIVERS, PROGRAMMING, "LV", "Date", "08/2025")
                        .compared(),
                DRIVERS,
                PROGRAMMERS);

        assertThat(drift.parts())
                .extracting(part -> part.element().id(), DriftPart::side, DriftPart::kind)
                .containsExactly(tuple(PROGRAMMING, Side.SOURCE, Kind.RE_RATED));
        // Needed of programmers: (2.88·4 + 2.12·3.25 + 1.88·3 + 3.38·4.75 + 2.25·3.38)/4 = 11.9275; gained 3.38/4·2.
        assertThat(drift.parts().get(0).share()).isCloseTo(1.69 / 11.9275, within(1e-12));
        assertThat(drift.change().orElseThrow()).isCloseTo(1.69 / 11.9275, within(1e-12));
        assertThat(drift.text())
                .isEqualTo("Readiness of Light Truck Drivers (53-3033.00) for Computer Programmers (15-1251.00) in"
                        + " skills rose from 0.512 in O*NET 29.3 to 0.653 in O*NET 30.1 because of the re-rating of"
                        + " Light Truck Drivers in 2025-08 (+0.142: Programming +0.142).");
    }

    @Test
    void aRestatedTargetAndAReRatedSourceEachGetTheirPart() {
        GapDrift drift = drift(
                same.skill(DRIVERS, READING, "LV", "Data Value", "4.00")
                        .skill(DRIVERS, READING, "LV", "Date", "08/2025")
                        .skill(PROGRAMMERS, PROGRAMMING, "IM", "Data Value", "5.00")
                        .compared(),
                DRIVERS,
                PROGRAMMERS);

        assertThat(drift.parts())
                .extracting(part -> part.element().id(), DriftPart::side, DriftPart::kind)
                .containsExactlyInAnyOrder(
                        tuple(READING, Side.SOURCE, Kind.RE_RATED), tuple(PROGRAMMING, Side.TARGET, Kind.RESTATED));
        assertThat(drift.parts().stream().mapToDouble(DriftPart::share).sum())
                .isCloseTo(drift.change().orElseThrow(), within(1e-12));
        assertThat(drift.text())
                .contains("because of the re-rating of Light Truck Drivers in 2025-08 (+")
                .contains(", and figures of Computer Programmers restated without a new date (-");
        assertThat(drift.parts().get(0)).satisfies(part -> {
            assertThat(part.earlier().level().orElseThrow().value()).isEqualTo(2.62);
            assertThat(part.later().level().orElseThrow().value()).isEqualTo(4);
        });
    }

    @Test
    void theSourcesImportanceCausesNothing() {
        GapDrift drift = drift(
                same.skill(DRIVERS, READING, "IM", "Data Value", "5.00")
                        .skill(DRIVERS, READING, "IM", "Date", "08/2025")
                        .compared(),
                DRIVERS,
                PROGRAMMERS);

        assertThat(drift.parts()).isEmpty();
        assertThat(drift.change()).hasValue(0);
    }

    @Test
    void aReRatingThatLeftTheValueHasAPartOfZero() {
        GapDrift drift =
                drift(same.skill(DRIVERS, READING, "LV", "Date", "08/2025").compared(), DRIVERS, PROGRAMMERS);

        assertThat(drift.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.share()).isZero());
        assertThat(drift.text()).endsWith(" stayed at 0.512 from O*NET 29.3 to 30.1.");
    }

    @Test
    void partsThatCancelAreToldThoughReadinessStays() {
        GapDrift drift = drift(
                same.skill(DRIVERS, READING, "LV", "Data Value", "2.12")
                        .skill(DRIVERS, LISTENING, "LV", "Data Value", "3.25")
                        .skill(PROGRAMMERS, READING, "IM", "Data Value", "3.00")
                        .skill(PROGRAMMERS, LISTENING, "IM", "Data Value", "3.00")
                        .earlier(same.earlier()
                                .withCell(MiniReleases.SKILLS, 22, "Data Value", "3.00")
                                .withCell(MiniReleases.SKILLS, 24, "Data Value", "3.00"))
                        .compared(),
                DRIVERS,
                PROGRAMMERS);

        assertThat(drift.change().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(drift.text())
                .contains(" stayed at ")
                .contains(" despite figures of Light Truck Drivers restated without a new date (")
                .contains("Listening +")
                .contains("Reading Comprehension -");
    }

    @Test
    void aDroppedRatingIsUnknownAndNotLevelZero() {
        MiniReleases dropped = same.withoutSkill(PROGRAMMERS, PROGRAMMING, "LV");

        GapDrift drift = drift(dropped.compared(), PROGRAMMERS, ANALYSTS);

        assertThat(drift.from().dropped()).extracting(Element::id).containsExactly(PROGRAMMING);
        assertThat(drift.from().newlyRated()).isEmpty();
        assertThat(drift.to().dropped()).isEmpty();
        assertThat(drift.change()).as("over the other four").hasValue(0);
        assertThat(drift.parts()).isEmpty();
        assertThat(drift.laterAnalyzed())
                .hasValueSatisfying(bounds -> assertThat(bounds.isExact()).isFalse());
        assertThat(drift.earlierAnalyzed().orElseThrow().low())
                .isNotCloseTo(drift.earlierReadiness().orElseThrow(), within(1e-3));
        assertThat(drift.text())
                .contains(" Left out: what only O*NET 29.3 rates of Computer Programmers (Programming). With them, and"
                        + " with what is unknown in each release, it is 0.893 and between ");

        GapDrift turnedRound = drift(dropped.comparedTurnedRound(), PROGRAMMERS, ANALYSTS);
        assertThat(turnedRound.from().newlyRated()).extracting(Element::id).containsExactly(PROGRAMMING);
        assertThat(turnedRound.text()).contains("what only O*NET 30.1 rates of Computer Programmers (Programming)");
    }

    @Test
    void aTargetWithoutImportanceIsLeftOutToo() {
        GapDrift drift = drift(same.withoutSkill(ANALYSTS, PROGRAMMING, "IM").compared(), PROGRAMMERS, ANALYSTS);

        assertThat(drift.to().dropped()).extracting(Element::id).containsExactly(PROGRAMMING);
        assertThat(drift.from().dropped()).isEmpty();
        assertThat(drift.change()).hasValue(0);
    }

    @Test
    void whatIsUnknownInBothReleasesIsLeftOutOfBoth() {
        GapDrift drift =
                drift(same.skill(PROGRAMMERS, READING, "LV", "Date", "08/2025").compared(), MANAGERS, PROGRAMMERS);

        assertThat(drift.outcome()).isEqualTo(GapDrift.Outcome.MEASURED);
        assertThat(drift.earlierReadiness())
                .as("of Reading Comprehension alone")
                .hasValue(1);
        assertThat(drift.from().dropped()).isEmpty();
        assertThat(drift.earlierAnalyzed())
                .hasValueSatisfying(bounds -> assertThat(bounds.isExact()).isFalse());
    }

    @Test
    void anUnratedSideIsToldAndHasNoFigure() {
        MiniReleases fewer = same.withoutSkills(ANALYSTS);

        GapDrift dropped = drift(fewer.compared(), PROGRAMMERS, ANALYSTS);
        GapDrift added = drift(fewer.comparedTurnedRound(), PROGRAMMERS, ANALYSTS);
        GapDrift never = drift(fewer.compared(), DEVELOPERS, ANALYSTS);

        assertThat(List.of(dropped, added, never))
                .extracting(
                        GapDrift::outcome,
                        drift -> drift.from().rated(),
                        drift -> drift.to().rated())
                .containsExactly(
                        tuple(GapDrift.Outcome.DROPPED, Presence.BOTH, Presence.EARLIER_ONLY),
                        tuple(GapDrift.Outcome.NEWLY_RATED, Presence.BOTH, Presence.LATER_ONLY),
                        tuple(GapDrift.Outcome.UNRATED, Presence.NEITHER, Presence.EARLIER_ONLY));
        assertThat(List.of(dropped, added, never)).allSatisfy(drift -> {
            assertThat(drift.change()).isEmpty();
            assertThat(drift.earlierReadiness()).isEmpty();
            assertThat(drift.laterReadiness()).isEmpty();
            assertThat(drift.parts()).isEmpty();
            assertThat(drift.to().dropped()).isEmpty();
            assertThat(drift.to().newlyRated()).isEmpty();
        });
        String subject = "Readiness of Computer Programmers (15-1251.00) for Computer Systems Analysts (15-1211.00) in"
                + " skills has no change from O*NET 29.3 to 30.1: ";
        assertThat(dropped.text())
                .isEqualTo(subject + "O*NET 30.1 does not rate Computer Systems Analysts. In O*NET 29.3 it is 0.893.");
        assertThat(added.text())
                .isEqualTo(subject + "O*NET 29.3 does not rate Computer Systems Analysts. In O*NET 30.1 it is 0.893.");
        assertThat(never.text())
                .endsWith(": neither release rates Software Developers, and O*NET 30.1 does not rate Computer Systems"
                        + " Analysts.");
    }

    @Test
    void anOccupationThatOneReleaseDoesNotHaveIsUnratedThere() {
        MiniRelease withoutProgrammers = same.withoutSkills(PROGRAMMERS)
                .later()
                .version("29.3", "May 2025")
                .withoutLine("Occupation Data.txt", 4);
        for (String file : List.of(
                "Related Occupations",
                "Job Zones",
                "Alternate Titles",
                "Sample of Reported Titles",
                "Knowledge",
                "Abilities",
                "Work Activities")) {
            withoutProgrammers = withoutProgrammers.withoutFile(file + ".txt");
        }

        GapDrift drift = drift(same.earlier(withoutProgrammers).compared(), DRIVERS, PROGRAMMERS);

        assertThat(drift.outcome()).isEqualTo(GapDrift.Outcome.NEWLY_RATED);
        assertThat(drift.to().occupation().title()).isEqualTo("Computer Programmers");
        assertThat(drift.laterAnalyzed()).isPresent();
    }

    @Test
    void aTargetThatNeedsNothingHasNoFigure() {
        MiniReleases nothing = same;
        for (String element : List.of(READING, LISTENING, "2.B.1.b", PROGRAMMING, "2.B.4.e")) {
            nothing = nothing.skill(PROGRAMMERS, element, "LV", "Data Value", "0.00");
        }

        GapDrift drift = drift(nothing.compared(), DRIVERS, PROGRAMMERS);

        assertThat(drift.outcome()).isEqualTo(GapDrift.Outcome.UNDEFINED);
        assertThat(drift.text())
                .isEqualTo("Readiness of Light Truck Drivers (53-3033.00) for Computer Programmers (15-1251.00) in"
                        + " skills has no change from O*NET 29.3 to 30.1: nothing that both releases rate is needed by"
                        + " Computer Programmers. In O*NET 29.3 it is 0.512.");
    }

    @Test
    void theFlagCountsWhereItMakesALevelAbsent() {
        ReleaseComparison comparison =
                same.skill(PROGRAMMERS, PROGRAMMING, "LV", "Not Relevant", "Y").compared();
        OnetSocCode from = new OnetSocCode(PROGRAMMERS);
        OnetSocCode to = new OnetSocCode(ANALYSTS);

        assertThat(comparison.drift(from, to, GapOptions.DEFAULTS).change()).hasValue(0);
        assertThat(comparison
                        .drift(from, to, GapOptions.DEFAULTS.notRelevant(NotRelevantPolicy.AS_ABSENT))
                        .change()
                        .orElseThrow())
                .isNegative();
    }

    @Test
    void figuresAreThoseOfAnAnalysisAfterAnyEdit() {
        Random random = new Random(301);
        List<String> codes = List.of("11-1011.00", ANALYSTS, PROGRAMMERS, "15-2051.01", DRIVERS);
        for (int round = 0; round < 10; round++) {
            MiniReleases edited = same;
            for (int edit = 0; edit < 12; edit++) {
                String code = codes.get(random.nextInt(codes.size()));
                String element = List.of(READING, LISTENING, "2.B.1.b", PROGRAMMING, "2.B.4.e")
                        .get(random.nextInt(5));
                String value = String.format(Locale.ROOT, "%.2f", 1 + random.nextInt(400) / 100.0);
                String scale = random.nextBoolean() ? "IM" : "LV";
                edited = edited.skill(code, element, scale, "Data Value", value);
                edited = random.nextBoolean() ? edited.skill(code, element, scale, "Date", "08/2025") : edited;
            }
            assertFiguresAreThoseOfAnalyses(edited, codes);
        }
    }

    private void assertFiguresAreThoseOfAnalyses(MiniReleases releases, List<String> codes) {
        OnetCatalog earlier = catalog(releases.earlier().writeZip(folder.resolve("before.zip")));
        OnetCatalog later = catalog(releases.later().writeZip(folder.resolve("after.zip")));
        ReleaseComparison comparison = ReleaseComparison.of(earlier, later);
        for (String from : codes) {
            for (String to : codes) {
                GapDrift drift = drift(comparison, from, to);
                assertThat(drift.earlierReadiness())
                        .isEqualTo(
                                SkillGapAnalyzer.of(earlier).analyze(from, to).readiness());
                assertThat(drift.laterReadiness())
                        .isEqualTo(SkillGapAnalyzer.of(later).analyze(from, to).readiness());
                assertThat(drift.parts().stream().mapToDouble(DriftPart::share).sum())
                        .isCloseTo(drift.change().orElseThrow(), within(1e-12));
            }
        }
    }

    private static OnetCatalog catalog(Path zip) {
        return OnetRelease.open(zip).catalog();
    }

    @Test
    void otherDomainsAreComparedAlike() {
        GapDrift drift = same.later(same.later().withoutFile("Knowledge.txt"))
                .compared()
                .drift(
                        new OnetSocCode(DRIVERS),
                        new OnetSocCode(PROGRAMMERS),
                        GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE));

        assertThat(drift.domain()).isEqualTo(Domain.KNOWLEDGE);
        assertThat(drift.outcome()).isEqualTo(GapDrift.Outcome.DROPPED);
        assertThat(drift.text()).contains("in knowledge has no change").contains("O*NET 30.1 does not rate");
    }

    @Test
    void bothReleasesAreCredited() {
        GapDrift drift = drift(same.compared(), DRIVERS, PROGRAMMERS);

        assertThat(drift.attribution())
                .contains("O*NET 29.3 Database")
                .contains("O*NET 30.1 Database")
                .contains("CC BY 4.0");
        assertThat(drift)
                .isEqualTo(drift(same.compared(), DRIVERS, PROGRAMMERS))
                .hasToString(drift.text());
    }

    private static GapDrift drift(ReleaseComparison comparison, String from, String to) {
        return comparison.drift(new OnetSocCode(from), new OnetSocCode(to), GapOptions.DEFAULTS);
    }
}
