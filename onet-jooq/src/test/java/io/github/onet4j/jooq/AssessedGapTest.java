package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Origin;
import io.github.onet4j.Rating;
import io.github.onet4j.gap.DescribedGap;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescriber;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.LevelPolicy;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnassessedOccupationException;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.testing.MiniRelease;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gaps over levels that a language model assigned, as the database holds them. */
@SuppressWarnings("NullAway.Init")
final class AssessedGapTest extends OnEachEngine {
    private static final String ANALYSTS = "15-1211.00";
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String DEVELOPERS = "15-1252.00";
    private static final GapOptions ASSESSED = GapOptions.DEFAULTS.levels(LevelPolicy.ASSESSED);
    private static final GapOptions WHERE_UNRATED = GapOptions.DEFAULTS.levels(LevelPolicy.ASSESSED_WHERE_UNRATED);
    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "31.0");
    private static final Origin MODEL = new Origin(Origin.Kind.ASSESSED, "newer");

    private Onet onet;

    @BeforeEach
    void load() {
        onet = onetWith(MiniRelease.text());
    }

    @Test
    void bothSidesHaveTheLevelsOfTheirNewestAssessment() {
        assess(1, PROGRAMMERS, "SKILLS", "older", Map.of("2.A.1.a", "7", "2.A.1.b", "7"));
        assess(2, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "5.5", "2.B.3.e", "6.25"));
        assess(3, ANALYSTS, "SKILLS", "newer", Map.of("2.A.1.a", "6", "2.B.3.e", "4"));
        assess(4, ANALYSTS, "KNOWLEDGE", "other", Map.of("2.C.3.a", "6"));

        SkillGap gap = onet.skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS, ASSESSED);

        assertThat(gap.gaps())
                .extracting(
                        each -> each.element().id(),
                        ElementGap::fromLevel,
                        ElementGap::toLevel,
                        ElementGap::difference,
                        each -> each.grade().orElse(null))
                .containsExactly(tuple("2.A.1.a", 5.5, 6.0, 0.5, Grade.UNKNOWN_PRECISION));
        assertThat(gap.surplus())
                .extracting(
                        each -> each.element().id(),
                        ElementGap::difference,
                        each -> each.grade().orElse(null))
                .containsExactly(tuple("2.B.3.e", -2.25, Grade.UNKNOWN_PRECISION));
        // Weights of the analysts' own importance: (0.75 · 5.5 + 0.5 · 4) / (0.75 · 6 + 0.5 · 4)
        assertThat(gap.readinessBounds().orElseThrow())
                .satisfies(bounds -> assertThat(bounds.low()).isLessThan(6.125 / 6.5))
                .satisfies(bounds -> assertThat(bounds.high()).isGreaterThan(6.125 / 6.5));
        assertThat(gap.from().origins()).containsExactlyInAnyOrder(RELEASE, MODEL);
        assertThat(gap.from().coverage()).isEqualTo(Coverage.RATED);
        assertThat(gap.to().origins()).containsExactlyInAnyOrder(RELEASE, MODEL);
        assertThat(gap.attribution())
                .isEqualTo(gap.release().attribution()
                        + " Levels of Computer Programmers and of Computer Systems Analysts were assigned by the"
                        + " language model newer and are not O*NET's.");
    }

    @Test
    void onlyTheUnratedSideIsAssessedWhereThatIsAskedFor() {
        assess(1, PROGRAMMERS, "SKILLS", "other", Map.of("2.A.1.a", "7"));
        assess(2, DEVELOPERS, "SKILLS", "newer", Map.of("2.A.1.a", "6", "2.B.3.e", "6.5"));

        SkillGap gap = onet.skillGapAnalyzer().analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED);

        assertThat(gap.from().origins()).containsExactly(RELEASE);
        assertThat(gap.to().origins()).containsExactlyInAnyOrder(RELEASE, MODEL);
        assertThat(gap.to().coverage()).isEqualTo(Coverage.UNRATED);
        assertThat(gap.gaps())
                .extracting(each -> each.element().name(), ElementGap::difference)
                .containsExactly(tuple("Reading Comprehension", 2.0), tuple("Programming", 1.75));
        assertThat(gap.gaps()).allSatisfy(each -> assertThat(each.share()).isPresent());
        assertThat(gap.gaps().get(1).inWords()).contains("4 \"Program a statistical analysis\"");
        assertThat(gap.readinessBounds())
                .as("by the importance for related occupations")
                .isPresent();
        assertThat(onet.skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS, WHERE_UNRATED))
                .isEqualTo(onet.skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void officialFiguresDoNotChange() {
        SkillGap before = onet.skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS);

        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "7"));
        assess(2, ANALYSTS, "SKILLS", "newer", Map.of("2.A.1.a", "7"));

        assertThat(onet.skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS)).isEqualTo(before);
        assertThat(onet().skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS)).isEqualTo(before);
    }

    @Test
    void whatTheModelCouldNotJudgeHasNoLevel() {
        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "4", "2.B.3.e", "null"));
        assess(2, ANALYSTS, "SKILLS", "newer", Map.of("2.A.1.a", "4", "2.B.3.e", "3"));

        SkillGap gap = onet.skillGapAnalyzer().analyze(PROGRAMMERS, ANALYSTS, ASSESSED);

        assertThat(gap.gaps()).isEmpty();
        assertThat(gap.unknown()).first().satisfies(programming -> {
            assertThat(programming.element().id()).isEqualTo("2.B.3.e");
            assertThat(programming.from()).isEmpty();
            assertThat(programming.to().map(Rating::value)).hasValue(3.0);
        });
    }

    @Test
    void anOccupationWithoutAnAssessmentIsRefused() {
        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "4"));
        SkillGapAnalyzer analyzer = onet.skillGapAnalyzer();

        assertThatThrownBy(() -> analyzer.analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED))
                .isInstanceOf(UnassessedOccupationException.class)
                .hasMessageStartingWith(
                        "Software Developers (15-1252.00) has no assessed levels of skills in O*NET 31.0")
                .hasMessageContaining("onet.assessments().assess(\"15-1252.00\")");
        assertThatThrownBy(() -> analyzer.analyze(PROGRAMMERS, ANALYSTS, ASSESSED.domain(Domain.KNOWLEDGE)))
                .as("assessed in another domain")
                .isInstanceOf(UnassessedOccupationException.class)
                .hasMessageContaining("Computer Programmers")
                .hasMessageContaining("KNOWLEDGE");
    }

    @Test
    void assessmentsStandInTheReleaseThatTheyAreOf() {
        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "4"));
        StoredRelease first = onet.requireRelease("31.0");
        onet.load(open(MiniRelease.singleSkillsText()));
        SkillGapAnalyzer analyzer = onet.skillGapAnalyzer();

        assertThatThrownBy(() -> analyzer.analyze(PROGRAMMERS, PROGRAMMERS, ASSESSED))
                .isInstanceOf(UnassessedOccupationException.class)
                .hasMessageContaining("O*NET 29.3");

        onet.activate(first);
        assertThat(analyzer.analyze(PROGRAMMERS, PROGRAMMERS, ASSESSED).matched())
                .hasSize(1);
    }

    @Test
    void anAnalysisEndsWithTheAssessmentsOfTheReleaseThatItBeganWith() {
        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "4"));
        StoredRelease first = onet.requireRelease("31.0");
        onet.load(open(MiniRelease.singleSkillsText()), LoadOptions.DEFAULTS.activation(LoadOptions.Activation.LATER));
        StoredRelease second = onet.requireRelease("29.3");
        SkillGapAnalyzer analyzer = interruptedAfterTheRatings(() -> onet.activate(second));

        SkillGap gap = analyzer.analyze(PROGRAMMERS, PROGRAMMERS, ASSESSED);

        assertThat(gap.release()).isEqualTo(first.info());
        assertThat(gap.matched())
                .extracting(each -> each.element().id(), ElementGap::fromLevel)
                .containsExactly(tuple("2.A.1.a", 4.0));
        assertThat(onet.catalog().release()).isEqualTo(second.info());
    }

    @Test
    void anAnalysisWhoseReleaseIsPrunedHalfWaySaysSo() {
        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "4"));
        onet.load(open(MiniRelease.singleSkillsText()), LoadOptions.DEFAULTS.activation(LoadOptions.Activation.LATER));
        StoredRelease second = onet.requireRelease("29.3");
        SkillGapAnalyzer analyzer = interruptedAfterTheRatings(() -> {
            onet.activate(second);
            onet.prune(0);
        });

        assertThatThrownBy(() -> analyzer.analyze(PROGRAMMERS, PROGRAMMERS, ASSESSED))
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessageContaining("O*NET 31.0 is no longer loaded");
        assertThat(count("onet_assessment") + count("onet_assessed_level")).isZero();
    }

    @Test
    void anAnalysisTakesOneStatementMoreForEachSide() {
        assess(1, PROGRAMMERS, "SKILLS", "newer", Map.of("2.A.1.a", "4"));
        assess(2, DEVELOPERS, "SKILLS", "newer", Map.of("2.A.1.a", "5"));
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        SkillGapAnalyzer analyzer = Onet.create(HostDataSource.noting(dataSource, statements))
                .build()
                .skillGapAnalyzer();
        analyzer.analyze(PROGRAMMERS, ANALYSTS);

        statements.clear();
        analyzer.analyze(DEVELOPERS, ANALYSTS, WHERE_UNRATED);
        assertThat(statements).hasSize(2);

        statements.clear();
        analyzer.analyze(DEVELOPERS, PROGRAMMERS, ASSESSED);
        assertThat(statements).hasSize(3);
    }

    @Test
    void anUnratedTargetsImportanceCostsNothingOnceTheProfilesOfItsRelatedOccupationsAreKnown() {
        assess(1, DEVELOPERS, "SKILLS", "newer", Map.of("2.A.1.a", "5"));
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        SkillGapAnalyzer analyzer = Onet.create(HostDataSource.noting(dataSource, statements))
                .build()
                .skillGapAnalyzer();
        SkillGap gap = analyzer.analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED);

        statements.clear();
        assertThat(analyzer.analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED)).isEqualTo(gap);
        assertThat(statements).hasSize(2);
    }

    @Test
    void assessedGapsAreDescribedInOneCall() {
        assess(1, DEVELOPERS, "SKILLS", "newer", Map.of("2.A.1.a", "6", "2.B.3.e", "6.5"));
        GapDescriber describer = gap -> new GapDescriber.Texts("writer", Map.of("2.B.3.e", "Program more."));

        DescribedGap described =
                onet.skillGapAnalyzer().describedBy(describer).describe(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED);

        assertThat(described.gap()).isEqualTo(onet.skillGapAnalyzer().analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED));
        assertThat(described.descriptions())
                .extracting(each -> each.gap().element().id(), GapDescription::model)
                .containsExactly(tuple("2.A.1.a", null), tuple("2.B.3.e", "writer"));
        assertThat(described.descriptions().get(0).text()).contains("a language model assigned a level");
    }

    /**
     * An analyzer in whose next analysis something happens between ratings and assessments; its catalog then notices.
     */
    private SkillGapAnalyzer interruptedAfterTheRatings(Runnable interruption) {
        Queue<Runnable> beforeConnecting = new ConcurrentLinkedQueue<>();
        Onet node = Onet.create(HostDataSource.connecting(dataSource, connection -> {
                    Runnable next = beforeConnecting.poll();
                    if (next != null) {
                        next.run();
                    }
                    return connection;
                }))
                .build();
        SkillGapAnalyzer analyzer = node.skillGapAnalyzer();
        analyzer.analyze(PROGRAMMERS, ANALYSTS);
        beforeConnecting.add(() -> {});
        beforeConnecting.add(() -> {
            interruption.run();
            node.catalog().release();
        });
        return analyzer;
    }

    private void assess(int id, String code, String domain, String model, Map<String, String> levels) {
        int release = onet.releases().stream()
                .filter(StoredRelease::active)
                .findFirst()
                .orElseThrow()
                .id();
        execute("insert into onet_assessment (assessment_id, release_id, onetsoc_code, domain, model, prompt_sha256,"
                + " call_id, assessed_at_utc) values (" + id + ", " + release + ", '" + code + "', '" + domain + "', '"
                + model + "', 'x', 1, timestamp '2026-11-22 10:00:00')");
        levels.forEach((element, level) -> execute(
                "insert into onet_assessed_level (assessment_id, element_id, release_id, proficiency, assessed_level,"
                        + " explanation) values (" + id + ", '" + element + "', " + release + ", 'ADVANCED', " + level
                        + ", 'Why not.')"));
    }
}
