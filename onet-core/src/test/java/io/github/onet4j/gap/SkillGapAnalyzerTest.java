package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.InvalidOnetSocCodeException;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.match.Estimate;
import io.github.onet4j.match.EstimatedElement;
import io.github.onet4j.match.Estimates;
import io.github.onet4j.match.OccupationWeight;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gaps over the mini release; its figures are worked out by hand beside each claim. */
class SkillGapAnalyzerTest {
    private static final String CHIEF_EXECUTIVES = "11-1011.00";
    private static final String ANALYSTS = "15-1211.00";
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String DEVELOPERS = "15-1252.00";
    private static final String DATA_SCIENTISTS = "15-2051.00";
    private static final String INTELLIGENCE_ANALYSTS = "15-2051.01";
    private static final String DATA_MANAGERS = "15-2051.02";
    private static final String TRUCK_DRIVERS = "53-3033.00";
    private static final GapOptions ESTIMATE = GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE);

    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "31.0");

    private final Path folder;
    private final SkillGapAnalyzer analyzer;

    SkillGapAnalyzerTest(@TempDir Path folder) {
        this.folder = folder;
        this.analyzer = SkillGapAnalyzer.of(catalog(MiniRelease.text(), "mini"));
    }

    /*
     * Programmers to analysts; weight is (IM of the analysts - 1) / 4.
     *
     *              weight  from    to    w·to     w·short
     * 2.A.1.a      0.75    4.00   4.25   3.1875   0.1875
     * 2.A.1.b      0.75    3.25   4.00   3.0000   0.5625
     * 2.B.1.b      0.5625  3.00   3.38   1.90125  0.21375
     * 2.B.3.e      0.5     4.75   2.88   1.4400   -
     * 2.B.4.e      0.6875  3.38   3.88   2.6675   0.34375
     *                                   12.19625  1.3075
     */
    @Test
    void aGapIsExplainedByItsElements() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, ANALYSTS);
        assertThat(gap.readiness().orElseThrow()).isCloseTo(1 - 1.3075 / 12.19625, within(1e-12));
        assertThat(gap.gaps())
                .extracting(
                        element -> element.element().name(),
                        element -> element.grade().orElseThrow())
                .containsExactly(
                        // 0.75 / √(0.16² + 0.13²) = 3.64
                        tuple("Active Listening", Grade.CLEAR),
                        // 0.50 / √(0.18² + 0.16²) = 2.08, but the source is recommended for suppression
                        tuple("Judgment and Decision Making", Grade.TENTATIVE),
                        // 0.38 / √(0.125² + 0.18²) = 1.73, where 0.125 stands for a standard error of 0
                        tuple("Coordination", Grade.TENTATIVE),
                        // 0.25 / √(0.125² + 0.16²) = 1.23
                        tuple("Reading Comprehension", Grade.TENTATIVE));
        double[] shares = {0.5625, 0.34375, 0.21375, 0.1875};
        for (int i = 0; i < shares.length; i++) {
            assertThat(gap.gaps().get(i).share().orElseThrow()).isCloseTo(shares[i] / 12.19625, within(1e-12));
        }
        assertThat(gap.matched()).isEmpty();
        assertThat(gap.surplus()).singleElement().satisfies(surplus -> {
            assertThat(surplus.element().name()).isEqualTo("Programming");
            assertThat(surplus.difference()).isCloseTo(2.88 - 4.75, within(1e-12));
            assertThat(surplus.grade()).hasValue(Grade.CLEAR);
            assertThat(surplus.share()).hasValue(0);
        });
    }

    @Test
    void aGapIsAValueThatReadsAsOneLine() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, ANALYSTS);
        assertThat(gap)
                .isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS))
                .hasSameHashCodeAs(analyzer.analyze(PROGRAMMERS, ANALYSTS))
                .isNotEqualTo(analyzer.analyze(ANALYSTS, PROGRAMMERS));
        assertThat(gap.toString())
                .matches("Computer Programmers \\(15-1251\\.00\\) to Computer Systems Analysts \\(15-1211\\.00\\):"
                        + " readiness 0\\.\\d{3}, 4 gaps in skills \\(O\\*NET 31\\.0\\)");
        assertThat(gap.gaps().get(0)).hasToString("Active Listening (2.A.1.b): from 3.25 to 4, CLEAR");
    }

    @Test
    void aGapSaysWhereItComesFrom() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, ANALYSTS);
        assertThat(gap.domain()).isEqualTo(Domain.SKILLS);
        assertThat(gap.release().version()).isEqualTo("31.0");
        assertThat(gap.release().sha256()).hasSize(64);
        assertThat(gap.attribution())
                .isEqualTo(gap.release().attribution())
                .contains("O*NET 31.0 Database")
                .contains("CC BY 4.0");
        assertThat(gap.from())
                .isEqualTo(new GapSide(
                        "Computer Programmers",
                        OnetSocCode.parse(PROGRAMMERS),
                        Coverage.RATED,
                        List.of(),
                        null,
                        List.of(),
                        YearMonth.of(2012, 7),
                        YearMonth.of(2021, 8),
                        Set.of(RELEASE)));
        assertThat(gap.to().oldestRating()).isEqualTo(gap.to().newestRating()).hasValue(YearMonth.of(2022, 8));
        assertThat(gap.to().isEstimated()).isFalse();
    }

    @Test
    void missingSkillsAreThoseThatTheTargetHasAndTheSourceDoesNot() {
        assertThat(analyzer.missingSkills(TRUCK_DRIVERS, PROGRAMMERS))
                .extracting(Element::name)
                .containsExactly("Programming");
        assertThat(analyzer.missingSkills(PROGRAMMERS, TRUCK_DRIVERS)).isEmpty();
        assertThat(analyzer.missingSkills(CHIEF_EXECUTIVES, PROGRAMMERS))
                .as("a level above 0 is present though it is flagged Not Relevant")
                .isEmpty();
    }

    @Test
    void skillsThatTheSourceIsNotRatedOnAreUnknownAndNotMissing() {
        // Data managers have a level in reading only. Weight times level of programmers: coordination 0.47 · 3.00 =
        // 1.41,
        // judgment 0.5625 · 3.38 = 1.90, listening 0.53 · 3.25 = 1.72, programming 0.845 · 4.75 = 4.01.
        assertThat(analyzer.missingSkills(DATA_MANAGERS, PROGRAMMERS)).isEmpty();
        assertThat(analyzer.analyze(DATA_MANAGERS, PROGRAMMERS).unknown())
                .as("the most telling first")
                .extracting(unknown -> unknown.element().name())
                .containsExactly("Programming", "Judgment and Decision Making", "Active Listening", "Coordination");
    }

    @Test
    void theGapByLevelIsThatOfTheAnalysis() {
        assertThat(analyzer.gapByLevel(PROGRAMMERS, ANALYSTS))
                .isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS).gaps())
                .extracting(gap -> gap.element().name(), ElementGap::fromLevel, ElementGap::toLevel)
                .containsExactly(
                        tuple("Active Listening", 3.25, 4.00),
                        tuple("Judgment and Decision Making", 3.38, 3.88),
                        tuple("Coordination", 3.00, 3.38),
                        tuple("Reading Comprehension", 4.00, 4.25));
        assertThat(analyzer.gapByLevel(TRUCK_DRIVERS, PROGRAMMERS))
                .as("0 where it is rated not to have it")
                .extracting(gap -> gap.element().name(), ElementGap::fromLevel)
                .contains(tuple("Programming", 0.0));
        assertThat(analyzer.gapByLevel(DATA_MANAGERS, PROGRAMMERS))
                .as("no gap where it is not rated")
                .extracting(gap -> gap.element().name())
                .doesNotContain("Programming");
    }

    @Test
    void noOccupationLacksAnythingForItself() {
        for (String code :
                List.of(CHIEF_EXECUTIVES, ANALYSTS, PROGRAMMERS, INTELLIGENCE_ANALYSTS, DATA_MANAGERS, TRUCK_DRIVERS)) {
            SkillGap gap = analyzer.analyze(code, code);
            assertThat(gap.readiness()).hasValue(1);
            assertThat(gap.gaps()).isEmpty();
            assertThat(gap.surplus()).isEmpty();
        }
    }

    @Test
    void codesAreReadKindly() {
        assertThat(analyzer.analyze(" 15-1251 ", "15-1211")).isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS));
        assertThatExceptionOfType(InvalidOnetSocCodeException.class)
                .isThrownBy(() -> analyzer.analyze("programmer", ANALYSTS))
                .withMessageContaining("to look an occupation up by title use OnetCatalog.searchOccupations");
        assertThatExceptionOfType(OccupationNotFoundException.class)
                .isThrownBy(() -> analyzer.analyze(PROGRAMMERS, "15-1299"));
    }

    @Test
    void withoutAStandardErrorTheDifferenceIsOfUnknownPrecision() {
        ElementGap programming = element(analyzer.analyze(INTELLIGENCE_ANALYSTS, PROGRAMMERS), "2.B.3.e");
        assertThat(programming.difference()).isCloseTo(4.75 - 2.62, within(1e-12));
        assertThat(programming.grade()).hasValue(Grade.UNKNOWN_PRECISION);
    }

    @Test
    void notRelevantMayCountAsAbsent() {
        GapOptions absent = GapOptions.DEFAULTS.notRelevant(NotRelevantPolicy.AS_ABSENT);
        assertThat(element(analyzer.analyze(CHIEF_EXECUTIVES, PROGRAMMERS), "2.B.3.e")
                        .difference())
                .isCloseTo(4.75 - 0.62, within(1e-12));
        assertThat(element(analyzer.analyze(CHIEF_EXECUTIVES, PROGRAMMERS, absent), "2.B.3.e")
                        .difference())
                .isEqualTo(4.75);
        assertThat(analyzer.analyze(TRUCK_DRIVERS, CHIEF_EXECUTIVES).gaps()).hasSize(5);
        assertThat(analyzer.analyze(TRUCK_DRIVERS, CHIEF_EXECUTIVES, absent).gaps())
                .as("programming, which neither has then, is no gap")
                .hasSize(4);
    }

    @Test
    void otherDomainsAreComparedInTheSameWay() {
        // Weights of the analysts: 2.C.1.a (3.20 - 1) / 4 = 0.55, 2.C.3.a (4.51 - 1) / 4 = 0.8775. Programmers have
        // 2.75 and
        // 5.50 where analysts need 3.60 and 5.30: short by 0.55 · 0.85 = 0.4675 of 0.55 · 3.60 + 0.8775 · 5.30 =
        // 6.63075.
        SkillGap gap = analyzer.analyze(PROGRAMMERS, ANALYSTS, GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE));
        assertThat(gap.domain()).isEqualTo(Domain.KNOWLEDGE);
        assertThat(gap.readiness().orElseThrow()).isCloseTo(1 - 0.4675 / 6.63075, within(1e-12));
        for (Domain domain : List.of(Domain.ABILITIES, Domain.WORK_ACTIVITIES)) {
            assertThat(analyzer.analyze(PROGRAMMERS, ANALYSTS, GapOptions.DEFAULTS.domain(domain))
                            .gaps())
                    .hasSize(1);
        }
    }

    @Test
    void workStylesHaveNoLevelsToCompare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapOptions.DEFAULTS.domain(Domain.WORK_STYLES))
                .withMessage("WORK_STYLES has no level ratings to compare; the domains that have are SKILLS, KNOWLEDGE,"
                        + " ABILITIES and WORK_ACTIVITIES");
    }

    @Test
    void anUnratedOccupationIsRefusedWithRatedAlternatives() {
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze(DEVELOPERS, PROGRAMMERS))
                .withMessage(
                        "Software Developers (15-1252.00) has no ratings of skills in O*NET 31.0. Rated alternatives:"
                                + " Computer Systems Analysts (15-1211.00),"
                                + " Business Intelligence Analysts (15-2051.01). To estimate it pass"
                                + " GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE)")
                .satisfies(e -> {
                    assertThat(e.occupation().title()).isEqualTo("Software Developers");
                    assertThat(e.domain()).isEqualTo(Domain.SKILLS);
                    assertThat(e.version()).isEqualTo("31.0");
                    assertThat(e.ratedAlternatives()).hasSize(2);
                    assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED);
                    assertThat(e.canBeEstimated()).isTrue();
                    assertThat(e.isDomainMissing()).isFalse();
                });
        assertThatExceptionOfType(UnratedOccupationException.class)
                .as("as a target too")
                .isThrownBy(() -> analyzer.missingSkills(PROGRAMMERS, DEVELOPERS));
    }

    @Test
    void anOccupationLikeNoOtherCanNotBeEstimated() {
        SkillGapAnalyzer unlike = SkillGapAnalyzer.of(catalog(
                MiniRelease.text().withRow("Occupation Data.txt", "99-9999.00", "Zymurgists", "Zymurgy."), "unlike"));
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> unlike.analyze("99-9999.00", PROGRAMMERS, ESTIMATE))
                .withMessage("Zymurgists (99-9999.00) has no ratings of skills in O*NET 31.0, and can't be estimated:"
                        + " it has nothing in common with any that is rated in full, and neither has any occupation"
                        + " like it")
                .satisfies(e -> assertThat(e.canBeEstimated()).isFalse());
    }

    @Test
    void anOccupationIsNotEstimatedFromTheOtherSideAlone() {
        SkillGapAnalyzer few = SkillGapAnalyzer.of(catalog(
                MiniRelease.text()
                        .withoutLine("Abilities.txt", 7)
                        .withoutLine("Abilities.txt", 6)
                        .withoutLine("Abilities.txt", 5)
                        .withoutLine("Abilities.txt", 4),
                "few"));
        GapOptions abilities = ESTIMATE.domain(Domain.ABILITIES);
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> few.analyze(DEVELOPERS, CHIEF_EXECUTIVES, abilities))
                .withMessageContaining("can't be estimated: fewer than two occupations are rated in full");
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> few.analyze(DEVELOPERS, CHIEF_EXECUTIVES, abilities.unrated(UnratedPolicy.REFUSE)))
                .satisfies(e -> assertThat(e.canBeEstimated()).isFalse());
    }

    @Test
    void anOccupationWithoutRelatedOnesIsEstimatedByWhatItHas() {
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() ->
                        analyzer.analyze(DATA_SCIENTISTS, PROGRAMMERS, GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE)))
                .withMessage("Data Scientists (15-2051.00) has no ratings of knowledge in O*NET 31.0, and neither has"
                        + " any occupation like it. To estimate it pass"
                        + " GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE)");
        assertThat(analyzer.analyze(DATA_SCIENTISTS, PROGRAMMERS, ESTIMATE)
                        .from()
                        .isEstimated())
                .isTrue();
    }

    @Test
    void twoUnratedOccupationsAreBothNamed() {
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze(DEVELOPERS, DATA_SCIENTISTS))
                .withMessageStartingWith("Software Developers (15-1252.00) and Data Scientists (15-2051.00) have no"
                        + " ratings of skills in O*NET 31.0. Rated alternatives to Software Developers: ");
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze(DEVELOPERS, DATA_SCIENTISTS))
                .withMessageEndingWith("UnratedPolicy.ESTIMATE)");
        SkillGap gap = analyzer.analyze(DEVELOPERS, DATA_SCIENTISTS, ESTIMATE);
        assertThat(gap.from().isEstimated()).isTrue();
        assertThat(gap.to().isEstimated()).isTrue();
    }

    @Test
    void theOtherSideOfTheQuestionIsNoStandIn() {
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze(PROGRAMMERS, DEVELOPERS))
                .satisfies(e -> assertThat(e.ratedAlternatives())
                        .extracting(Occupation::title)
                        .containsExactly("Computer Systems Analysts", "Business Intelligence Analysts"));
        assertThat(analyzer.analyze(PROGRAMMERS, DEVELOPERS, ESTIMATE).to().estimatedFrom())
                .extracting(Occupation::title)
                .containsExactlyInAnyOrder(
                        "Computer Systems Analysts",
                        "Business Intelligence Analysts",
                        "Chief Executives",
                        "Light Truck Drivers");
    }

    @Test
    void aReleaseWithoutTheFileOfADomainSaysThatItIsMissing() {
        OnetCatalog without = catalog(MiniRelease.text().withoutFile("Abilities.txt"), "without");
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> SkillGapAnalyzer.of(without)
                        .analyze(PROGRAMMERS, ANALYSTS, GapOptions.DEFAULTS.domain(Domain.ABILITIES)))
                .withMessageStartingWith(
                        "O*NET 31.0 as opened or loaded has no ratings of abilities at all: their file is missing")
                .satisfies(e -> assertThat(e.isDomainMissing()).isTrue());
    }

    @Test
    void anUnratedOccupationIsEstimatedOnRequest() {
        SkillGap gap = analyzer.analyze(TRUCK_DRIVERS, DEVELOPERS, ESTIMATE);
        Estimate estimate = Estimates.of(catalog(MiniRelease.text(), "again"), Domain.SKILLS)
                .estimate(new OnetSocCode(DEVELOPERS), Set.of(new OnetSocCode(TRUCK_DRIVERS)));

        assertThat(gap.to().isEstimated()).isTrue();
        assertThat(gap.to().coverage()).isEqualTo(Coverage.UNRATED);
        assertThat(gap.to().estimatedFrom())
                .isEqualTo(estimate.madeOf().stream()
                        .map(OccupationWeight::occupation)
                        .toList())
                .extracting(Occupation::title)
                .startsWith("Computer Programmers")
                .hasSize(4);
        assertThat(gap.to().importanceFrom()).isEqualTo(gap.to().estimatedFrom());
        assertThat(gap.to().oldestRating()).hasValue(YearMonth.of(2012, 7));
        assertThat(gap.to().newestRating()).hasValue(YearMonth.of(2024, 8));
        assertThat(gap.from().isEstimated()).isFalse();
        assertThat(gap.from().estimateStandardError()).isEmpty();
        double squares = 0;
        for (EstimatedElement element : estimate.elements()) {
            ElementGap of = element(gap, element.element().id());
            assertThat(of.to().value()).isEqualTo(element.level());
            assertThat(of.to().standardError()).isEqualTo(element.levelStandardError());
            assertThat(of.importance().orElseThrow().value()).isEqualTo(element.importance());
            assertThat(of.importance().orElseThrow().standardError()).isEqualTo(element.importanceStandardError());
            assertThat(of.grade().orElseThrow()).isIn(Grade.CLEAR, Grade.TENTATIVE);
            squares += Math.pow(element.levelStandardError(), 2) / 5;
        }
        assertThat(gap.to().estimateStandardError().orElseThrow()).isCloseTo(Math.sqrt(squares), within(1e-12));
        assertThat(analyzer.analyze(PROGRAMMERS, ANALYSTS, ESTIMATE))
                .as("a rated occupation is not estimated")
                .isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Domain.class,
            names = {"SKILLS", "KNOWLEDGE", "ABILITIES", "WORK_ACTIVITIES"})
    void theLevelsOfEveryDomainAreEstimatedWithStandardErrors(Domain domain) {
        SkillGap gap = analyzer.analyze(CHIEF_EXECUTIVES, DEVELOPERS, ESTIMATE.domain(domain));

        assertThat(gap.to().estimateStandardError().orElseThrow()).isPositive();
        assertThat(Stream.of(gap.gaps(), gap.surplus(), gap.matched()).flatMap(List::stream))
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.to().standardError()).isPositive());
    }

    @Test
    void anEstimateIsMadeOfOccupationsThatAreRatedInFull() {
        assertThat(analyzer.analyze(TRUCK_DRIVERS, DEVELOPERS, ESTIMATE).to().estimatedFrom())
                .extracting(Occupation::title)
                .doesNotContain("Clinical Data Managers");
    }

    @Test
    void anOccupationThatIsRatedInPartIsComparedAndSaysSo() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, DATA_MANAGERS);
        assertThat(gap.to().coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(gap.gaps()).extracting(each -> each.element().id()).containsExactly("2.A.1.a");
        assertThat(gap.surplus()).isEmpty();
        assertThat(gap.unknown()).hasSize(4);
        assertThat(gap.readiness()).isEmpty();
        ReadinessBounds bounds = gap.readinessBounds().orElseThrow();
        assertThat(bounds.low()).isPositive().isLessThan(4.0 / 4.5);
        assertThat(bounds.high()).isLessThan(1).isGreaterThan(4.0 / 4.5);
    }

    @Test
    void aPersonIsComparedWithAnOccupation() {
        // Of the analysts' 12.19625 (see above) reading 4.25 is met whole and listening by half: 3.1875 + 1.5.
        // Coordination, programming and judgment are unknown: up to 1.90125 + 1.44 + 2.6675 more.
        Person person = new Person("Ada", Map.of("2.A.1.a", 5.0, "2.A.1.b", 2.0));
        SkillGap gap = analyzer.analyze(person, ANALYSTS, GapOptions.DEFAULTS);
        assertThat(gap.from())
                .isEqualTo(
                        new GapSide("Ada", null, Coverage.PARTIAL, List.of(), null, List.of(), null, null, Set.of()));
        assertThat(gap.readiness()).as("never a lone number").isEmpty();
        ReadinessBounds bounds = gap.readinessBounds().orElseThrow();
        assertThat(bounds.low()).isCloseTo(4.6875 / 12.19625, within(1e-12));
        assertThat(bounds.high()).isCloseTo(10.69625 / 12.19625, within(1e-12));
        assertThat(gap.gaps()).extracting(element -> element.element().id()).containsExactly("2.A.1.b");
        assertThat(gap.unknown())
                .extracting(element -> element.element().id())
                .containsExactly("2.B.4.e", "2.B.1.b", "2.B.3.e");
        assertThat(gap.gaps()).extracting(each -> each.grade().orElseThrow()).containsOnly(Grade.UNKNOWN_PRECISION);
        assertThat(gap.surplus()).extracting(ElementGap::difference).containsExactly(-0.75);
    }

    @Test
    void aPersonsLevelsAreCheckedAgainstTheDomain() {
        Person person = new Person("Ada", Map.of("2.C.1.a", 5.0, "2.B.3.e", 2.0, "1.Z", 1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analyzer.analyze(person, ANALYSTS, GapOptions.DEFAULTS))
                .withMessage(
                        "no element of skills: [1.Z, 2.C.1.a]; OnetCatalog.elements(Domain.SKILLS) lists their ids");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Person("Ada", Map.of("2.B.3.e", 7.5)))
                .withMessage("level of 2.B.3.e must be 0 to 7, but was 7.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Person("Ada", Map.of("2.B.3.e", Double.NaN)));
    }

    @Test
    void aPersonIsRefusedAnUnratedOccupationToo() {
        Person person = new Person("Ada", Map.of("2.A.1.a", 0.0));
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze(person, DEVELOPERS, GapOptions.DEFAULTS));
        assertThat(analyzer.analyze(person, DEVELOPERS, ESTIMATE)
                        .readinessBounds()
                        .orElseThrow()
                        .low())
                .isEqualTo(0);
    }

    @Test
    void levelsAreSaidInWordsByTheAnchorsThatBracketThem() {
        assertThat(element(analyzer.analyze(CHIEF_EXECUTIVES, PROGRAMMERS), "2.B.3.e")
                        .inWords())
                .isEqualTo(
                        "from below 2 \"Sort a list by program\" to between 4 \"Program a statistical analysis\" and 6"
                                + " \"Program a search for minerals\"");
        assertThat(element(analyzer.analyze(PROGRAMMERS, ANALYSTS), "2.A.1.a").inWords())
                .isEqualTo("from the level of 4 \"Read a memo on new rules\" to between 4 \"Read a memo on new rules\""
                        + " and 6 \"Read a paper on surgery\"");
        assertThat(element(analyzer.analyze(TRUCK_DRIVERS, PROGRAMMERS), "2.B.3.e")
                        .inWords())
                .startsWith("from none to between 4 ");
        assertThat(element(analyzer.analyze(PROGRAMMERS, ANALYSTS), "2.B.1.b").inWords())
                .as("without anchors")
                .isEqualTo("from level 3 to level 3.38");
        Person master = new Person("Ada", Map.of("2.B.3.e", 6.5));
        assertThat(element(analyzer.analyze(master, PROGRAMMERS, GapOptions.DEFAULTS), "2.B.3.e")
                        .inWords())
                .startsWith("from above 6 \"Program a search for minerals\" to between 4 ");
    }

    @Test
    void twoLevelsBetweenTheSameAnchorsAreSaidOnceWithTheDistance() {
        assertThat(inWords(0.25, 1.38))
                .isEqualTo("both below 2 \"Sort a list by program\": 1.13 higher, half of the way from none to it");
        assertThat(inWords(1.5, 1))
                .isEqualTo("both below 2 \"Sort a list by program\": 0.50 lower, a quarter of the way from it to none");
        assertThat(inWords(4.25, 4.88))
                .isEqualTo("both between 4 \"Program a statistical analysis\" and 6 \"Program a search for minerals\":"
                        + " 0.63 higher, a third of the way from the one to the other");
        assertThat(inWords(5.9, 4.1)).endsWith(": 1.80 lower, nearly all of the way from the other to the one");
        assertThat(inWords(6.25, 6.75))
                .endsWith("above 6 \"Program a search for minerals\": 0.50 higher, half of the way from it to the top"
                        + " of the scale");
        assertThat(inWords(6.75, 6.65)).endsWith("0.10 lower, a tenth of the way from the top of the scale to it");
        assertThat(inWords(1.5, 1.5)).endsWith(": at the same level");
        assertThat(inWords(1.5, 2))
                .isEqualTo("from below 2 \"Sort a list by program\" to the level of 2 \"Sort a list by" + " program\"");
    }

    private String inWords(double from, double to) {
        Element programming =
                analyzer.analyze(PROGRAMMERS, ANALYSTS).surplus().get(0).element();
        return new AnchoredLevels(programming.levelAnchors(), from, to).inWords();
    }

    private static ElementGap element(SkillGap gap, String id) {
        List<ElementGap> all = new ArrayList<>(gap.gaps());
        all.addAll(gap.matched());
        all.addAll(gap.surplus());
        return all.stream()
                .filter(element -> element.element().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private OnetCatalog catalog(MiniRelease mini, String name) {
        return OnetRelease.open(mini.writeFolder(folder.resolve(name))).catalog();
    }
}
