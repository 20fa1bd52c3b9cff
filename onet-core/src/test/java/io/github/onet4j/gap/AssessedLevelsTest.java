package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps over levels that a language model assigned. */
class AssessedLevelsTest {
    private static final String ANALYSTS = "15-1211.00";
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String DEVELOPERS = "15-1252.00";
    private static final String TRUCK_DRIVERS = "53-3033.00";
    private static final GapOptions ASSESSED = GapOptions.DEFAULTS.levels(LevelPolicy.ASSESSED);
    private static final GapOptions WHERE_UNRATED = GapOptions.DEFAULTS.levels(LevelPolicy.ASSESSED_WHERE_UNRATED);
    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "31.0");

    private static final Map<String, Assessment> ASSESSMENTS = Map.of(
            PROGRAMMERS, new Assessment("Ada", Map.of("2.A.1.a", 5.5, "2.B.3.e", 6.25)),
            ANALYSTS, new Assessment("Ada", Map.of("2.A.1.a", 6.0, "2.B.3.e", 4.0)),
            DEVELOPERS, new Assessment("Grace", Map.of("2.A.1.a", 6.0, "2.B.3.e", 6.5)),
            TRUCK_DRIVERS, new Assessment("Ada", Map.of()));

    private final OnetCatalog catalog;
    private final SkillGapAnalyzer analyzer;

    AssessedLevelsTest(@TempDir Path folder) {
        this.catalog = OnetRelease.open(MiniRelease.text().writeFolder(folder)).catalog();
        this.analyzer = SkillGapAnalyzer.of(catalog).assessedBy(this::find);
    }

    @Test
    void levelsAreOfficialUnlessAskedForOtherwise() {
        assertThat(GapOptions.DEFAULTS.levels()).isEqualTo(LevelPolicy.OFFICIAL);
        assertThat(ASSESSED.domain(Domain.KNOWLEDGE)
                        .unrated(UnratedPolicy.ESTIMATE)
                        .notRelevant(NotRelevantPolicy.AS_ABSENT))
                .isEqualTo(new GapOptions(
                        Domain.KNOWLEDGE, NotRelevantPolicy.AS_ABSENT, UnratedPolicy.ESTIMATE, LevelPolicy.ASSESSED));
        assertThat(analyzer.analyze(PROGRAMMERS, ANALYSTS))
                .isEqualTo(SkillGapAnalyzer.of(catalog).analyze(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void assessedLevelsAreWeighedByOfficialImportance() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, ANALYSTS, ASSESSED);

        assertThat(gap.gaps())
                .extracting(
                        each -> each.element().id(),
                        ElementGap::difference,
                        each -> each.grade().orElse(null))
                .containsExactly(tuple("2.A.1.a", 0.5, Grade.UNKNOWN_PRECISION));
        assertThat(gap.surplus())
                .extracting(
                        each -> each.element().id(),
                        ElementGap::difference,
                        each -> each.grade().orElse(null))
                .containsExactly(tuple("2.B.3.e", -2.25, Grade.UNKNOWN_PRECISION));
        assertThat(gap.matched())
                .as("no official level fills in for what was not assessed")
                .isEmpty();
        // (0.75 · 5.5 + 0.5 · 4) / (0.75 · 6 + 0.5 · 4)
        assertThat(gap.readiness()).as("three levels are not assessed").isEmpty();
        assertThat(gap.readinessBounds().orElseThrow())
                .satisfies(bounds -> assertThat(bounds.low()).isLessThan(6.125 / 6.5))
                .satisfies(bounds -> assertThat(bounds.high()).isGreaterThan(6.125 / 6.5));
        assertThat(gap.gaps().get(0).share().orElseThrow()).isCloseTo(0.375 / 6.5, within(1e-12));
    }

    @Test
    void anAssessedSideSaysSoAndKeepsItsOfficialCoverage() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, DEVELOPERS, ASSESSED);

        assertThat(gap.from().origins()).containsExactlyInAnyOrder(RELEASE, new Origin(Origin.Kind.ASSESSED, "Ada"));
        assertThat(gap.from().coverage()).isEqualTo(Coverage.RATED);
        assertThat(gap.from().newestRating()).as("no month of the raters'").isEmpty();
        assertThat(gap.to().origins())
                .as("importance is estimated from rated occupations")
                .containsExactlyInAnyOrder(RELEASE, new Origin(Origin.Kind.ASSESSED, "Grace"));
        assertThat(gap.to().coverage()).isEqualTo(Coverage.UNRATED);
        assertThat(gap.to().isEstimated()).isFalse();
        assertThat(gap.attribution())
                .isEqualTo(gap.release().attribution()
                        + " Levels of Computer Programmers were assigned by the language model Ada and are not"
                        + " O*NET's. Levels of Software Developers were assigned by the language model Grace"
                        + " and are not O*NET's.");
    }

    @Test
    void oneModelOfBothSidesIsNamedOnce() {
        assertThat(analyzer.analyze(PROGRAMMERS, ANALYSTS, ASSESSED).attribution())
                .endsWith(
                        " Levels of Computer Programmers and of Computer Systems Analysts were assigned by the language"
                                + " model Ada and are not O*NET's.");
    }

    @Test
    void onlyAnUnratedSideIsAssessedWhereThatIsAskedFor() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED);

        assertThat(gap.from()).isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS).from());
        assertThat(gap.gaps())
                .extracting(each -> each.element().id(), ElementGap::difference)
                .as("largest share first, by the estimated importance")
                .containsExactly(tuple("2.A.1.a", 2.0), tuple("2.B.3.e", 1.75));
        assertThat(gap.gaps()).allSatisfy(each -> assertThat(each.share()).isPresent());
        assertThat(gap.to().importanceFrom())
                .extracting(Occupation::title)
                .as("without the other side")
                .containsExactlyInAnyOrder(
                        "Computer Systems Analysts",
                        "Business Intelligence Analysts",
                        "Chief Executives",
                        "Light Truck Drivers");
        assertThat(gap.to().isEstimated()).as("its levels are the model's").isFalse();
        assertThat(gap.readinessBounds()).isPresent();
        assertThat(gap.attribution())
                .endsWith(
                        " Levels of Software Developers were assigned by the language model Grace and are not O*NET's.")
                .doesNotContain("Levels of Computer Programmers");
        assertThat(analyzer.analyze(PROGRAMMERS, ANALYSTS, WHERE_UNRATED))
                .isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS));
        assertThat(analyzer.analyze(DEVELOPERS, ANALYSTS, WHERE_UNRATED).readinessBounds())
                .isPresent();
    }

    @Test
    void aPersonIsComparedWithAssessedLevels() {
        Person person = new Person("Lin", Map.of("2.A.1.a", 5.0));

        SkillGap gap = analyzer.analyze(person, DEVELOPERS, WHERE_UNRATED);

        assertThat(gap.gaps())
                .extracting(each -> each.element().id(), ElementGap::difference)
                .containsExactly(tuple("2.A.1.a", 1.0));
        assertThat(gap.unknown()).extracting(each -> each.element().id()).contains("2.B.3.e");
        assertThat(gap.from().origins()).isEmpty();
    }

    @Test
    void anOccupationWithoutAnAssessmentIsRefusedWithWhatToDo() {
        assertThatExceptionOfType(UnassessedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze("11-1011.00", ANALYSTS, ASSESSED))
                .withMessage(
                        "Chief Executives (11-1011.00) has no assessed levels of skills in O*NET 31.0: let a language"
                                + " model assess them with onet.assessments().assess(\"11-1011.00\"), or take O*NET's"
                                + " own with GapOptions.DEFAULTS.levels(LevelPolicy.OFFICIAL)")
                .satisfies(e -> {
                    assertThat(e.occupation().title()).isEqualTo("Chief Executives");
                    assertThat(e.domain()).isEqualTo(Domain.SKILLS);
                    assertThat(e.version()).isEqualTo("31.0");
                });
        assertThatExceptionOfType(UnassessedOccupationException.class)
                .as("an estimate is no assessment")
                .isThrownBy(() ->
                        analyzer.analyze(PROGRAMMERS, "15-2051.00", WHERE_UNRATED.unrated(UnratedPolicy.ESTIMATE)));
    }

    @Test
    void anAssessmentWithoutASingleLevelIsNone() {
        assertThatExceptionOfType(UnassessedOccupationException.class)
                .isThrownBy(() -> analyzer.analyze(TRUCK_DRIVERS, ANALYSTS, ASSESSED));
    }

    @Test
    void anAnalyzerWithoutAssessmentsSaysThatItHasNone() {
        SkillGapAnalyzer without = SkillGapAnalyzer.of(catalog);

        assertThatExceptionOfType(UnassessedOccupationException.class)
                .isThrownBy(() -> without.analyze(PROGRAMMERS, ANALYSTS, ASSESSED))
                .withMessageContaining("Computer Programmers (15-1251.00)")
                .withMessageContaining("this analyzer has no assessments at hand");
        assertThatExceptionOfType(UnassessedOccupationException.class)
                .isThrownBy(() -> without.analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED))
                .withMessageContaining("Software Developers (15-1252.00)");
        assertThat(without.analyze(PROGRAMMERS, ANALYSTS, WHERE_UNRATED))
                .as("nobody is asked where both are rated")
                .isEqualTo(without.analyze(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void assessedGapsAreDescribedByADescriberAndByAnchors() {
        GapDescriber describer = gap -> new GapDescriber.Texts("Ada", Map.of("2.B.3.e", "Program more."));

        DescribedGap described = SkillGapAnalyzer.of(catalog)
                .describedBy(describer)
                .assessedBy(this::find)
                .describe(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED);

        assertThat(described)
                .isEqualTo(analyzer.describedBy(describer).describe(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED));
        assertThat(described.gap()).isEqualTo(analyzer.analyze(PROGRAMMERS, DEVELOPERS, WHERE_UNRATED));
        assertThat(described.descriptions()).extracting(GapDescription::model).containsExactly(null, "Ada");
        assertThat(described.descriptions().get(0).text())
                .contains("from 4 to 6. How sure the difference is can't be told, since a language model assigned a"
                        + " level. Closing it adds ");
    }

    private Optional<Profile> find(Profile official) {
        return Optional.ofNullable(ASSESSMENTS.get(official.occupation().code().value()))
                .map(assessment -> assessment.profile(official, catalog.elements(official.domain())));
    }

    /** A model's assessment of one occupation. */
    private record Assessment(String model, Map<String, Double> levels) {
        Profile profile(Profile official, List<Element> elements) {
            List<RatedElement> assessed = new ArrayList<>();
            for (Element element : elements) {
                Rating importance = official.findElement(element.id())
                        .flatMap(RatedElement::importance)
                        .orElse(null);
                Rating level = level(element.id());
                if (importance != null || level != null) {
                    assessed.add(RatedElement.of(element, importance, level));
                }
            }
            return official.withElements(assessed);
        }

        private @Nullable Rating level(String elementId) {
            Double level = levels.get(elementId);
            Origin origin = new Origin(Origin.Kind.ASSESSED, model);
            return level == null ? null : new Rating(level, null, null, null, null, null, null, null, null, origin);
        }
    }
}
