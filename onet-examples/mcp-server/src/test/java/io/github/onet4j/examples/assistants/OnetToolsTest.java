package io.github.onet4j.examples.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.compare.RatingChange;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The figures of the tools are the library's. */
@SuppressWarnings("NullAway.Init")
class OnetToolsTest {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");

    @TempDir
    static Path folder;

    private static OnetCatalog catalog;
    private static Path later;
    private static Calls calls;

    @BeforeAll
    static void open() throws IOException {
        later = Samples.later(folder);
        catalog = OnetRelease.open(Samples.EARLIER).catalog();
        calls = new Calls(OnetTools.of(new ReleasesOnDisk(List.of(Samples.EARLIER, later))));
    }

    @Test
    void findsOccupationsByTitleAndTellsHowManyMoreThereAre() {
        JsonNode found = calls.found("search_occupations", "{'title': 'nurse', 'limit': 2}");

        assertThat(texts(found.get("matches"), "code"))
                .isEqualTo(catalog.searchOccupations("nurse", 2).stream()
                        .map(match -> match.occupation().code().value())
                        .toList());
        assertThat(found.get("leftOff").asInt())
                .isPositive()
                .isEqualTo(catalog.searchOccupations("nurse", Integer.MAX_VALUE).size() - 2);
        assertThat(found.at("/release/version").asString()).isEqualTo("29.3");
    }

    @Test
    void findsNothingWithoutFailing() {
        assertThat(calls.found("search_occupations", "{'title': 'zzzzqqqq'}").get("matches"))
                .isEmpty();
        assertThat(calls.text("search_occupations", "{'title': 'zzzzqqqq'}")).contains("fewer or other words");
    }

    @Test
    void comparesTwoOccupationsByCodeOrTitle() {
        JsonNode found = calls.found("skill_gap", "{'from': 'computer programmers', 'to': '15-1211', 'limit': 5}");

        SkillGap gap = SkillGapAnalyzer.of(catalog).analyze("15-1251.00", "15-1211.00");
        assertThat(found.get("readiness").asDouble()).isEqualTo(gap.readiness().orElseThrow());
        assertThat(found.get("gapsLeftOff").asInt()).isEqualTo(gap.gaps().size() - 5);
        for (int i = 0; i < 5; i++) {
            ElementGap expected = gap.gaps().get(i);
            JsonNode each = found.get("gaps").get(i);
            assertThat(each.get("elementId").asString())
                    .isEqualTo(expected.element().id());
            assertThat(each.get("share").asDouble()).isEqualTo(expected.share().orElseThrow());
            assertThat(each.get("fromLevel").asDouble()).isEqualTo(expected.fromLevel());
            assertThat(each.get("toLevel").asDouble()).isEqualTo(expected.toLevel());
            assertThat(each.get("grade").asString())
                    .isEqualTo(expected.grade().orElseThrow().name());
            assertThat(each.get("mustHave").asBoolean())
                    .isEqualTo(gap.mustHave().contains(expected));
        }
        assertThat(calls.text("skill_gap", "{'from': '15-1251', 'to': '15-1211', 'limit': 1}"))
                .contains("readiness 0.832", "30 gaps", "29 more gaps left off");
    }

    @Test
    void comparesInAnotherDomain() {
        JsonNode found = calls.found("skill_gap", "{'from': '15-1251', 'to': '15-1211', 'domain': 'KNOWLEDGE'}");

        assertThat(found.get("readiness").asDouble())
                .isEqualTo(SkillGapAnalyzer.of(catalog)
                        .analyze(PROGRAMMERS, ANALYSTS, GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE))
                        .readiness()
                        .orElseThrow());
    }

    @Test
    void estimatesTheUnratedIfAskedTo() {
        JsonNode found = calls.found("skill_gap", "{'from': '15-1251', 'to': '15-1252', 'unrated': 'ESTIMATE'}");

        SkillGap gap = SkillGapAnalyzer.of(catalog)
                .analyze("15-1251", "15-1252", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
        assertThat(found.at("/to/estimated").asBoolean()).isTrue();
        assertThat(found.at("/to/estimateStandardError").asDouble())
                .isEqualTo(gap.to().estimateStandardError().orElseThrow());
        assertThat(found.at("/to/estimatedFrom")).hasSize(3);
        assertThat(found.get("readiness").asDouble()).isEqualTo(gap.readiness().orElseThrow());
        assertThat(found.at("/from/estimateStandardError").isNull()).isTrue();
    }

    @Test
    void findsTheClosestOccupations() {
        JsonNode found = calls.found("closest_occupations", "{'occupation': 'registered nurses', 'limit': 3}");

        List<CloseOccupation> expected =
                Closeness.of(catalog).closest(new OnetSocCode("29-1141.00"), 3).closest();
        assertThat(found.get("closest")).hasSize(3);
        assertThat(found.get("leftOff").asInt()).isEqualTo(28 - 1 - 3);
        for (int i = 0; i < 3; i++) {
            JsonNode each = found.get("closest").get(i);
            assertThat(each.get("code").asString())
                    .isEqualTo(expected.get(i).occupation().code().value());
            assertThat(each.get("probability").asDouble())
                    .isEqualTo(expected.get(i).probability());
            assertThat(each.get("score").asDouble()).isEqualTo(expected.get(i).score());
        }
    }

    @Test
    void findsPathsAndTheDirectWay() {
        JsonNode found = calls.found("career_paths", "{'from': '31-1131', 'to': '29-1141'}");

        CareerPaths expected =
                CareerPathFinder.of(catalog).paths(new OnetSocCode("31-1131.00"), new OnetSocCode("29-1141.00"));
        assertSame(found.get("direct"), expected.direct());
        assertThat(found.get("paths")).hasSize(expected.paths().size()).isNotEmpty();
        for (int i = 0; i < expected.paths().size(); i++) {
            assertSame(found.get("paths").get(i), expected.paths().get(i));
        }
        assertThat(found.get("noPathReason").isNull()).isTrue();
    }

    private static void assertSame(JsonNode found, CareerPath expected) {
        assertThat(found.get("hardestStep").asDouble()).isEqualTo(expected.hardestStep());
        assertThat(texts(found.get("steps"), "to/code"))
                .isEqualTo(expected.steps().stream()
                        .map(step -> step.to().code().value())
                        .toList());
        JsonNode last = found.get("steps").get(expected.steps().size() - 1);
        assertThat(last.get("learned")).hasSize(3);
        assertThat(last.get("learnedLeftOff").asInt())
                .isEqualTo(expected.steps()
                                .get(expected.steps().size() - 1)
                                .elements()
                                .size()
                        - 3);
    }

    @Test
    void saysWhyThereIsNoPath() {
        JsonNode found = calls.found("career_paths", "{'from': '35-2014', 'to': '23-1011', 'maxStops': 0}");

        assertThat(found.get("paths")).isEmpty();
        assertThat(found.get("noPathReason").asString()).contains("plausible");
    }

    @Test
    void tellsWhatChangedInAll() {
        JsonNode found = calls.found("what_changed", "{'limit': 1}");

        ReleaseComparison comparison =
                ReleaseComparison.of(catalog, OnetRelease.open(later).catalog());
        assertThat(found.at("/earlier/version").asString()).isEqualTo("29.3");
        assertThat(found.at("/later/version").asString()).isEqualTo("30.1");
        comparison
                .ratings(Domain.SKILLS)
                .counts()
                .forEach((kind, count) -> assertThat(
                                found.get("counts").get(property(kind)).asInt())
                        .as(kind.name())
                        .isEqualTo(count));
        assertThat(found.at("/counts/dropped").asInt()).isEqualTo(70);
        assertThat(found.get("changes")).hasSize(1);
        assertThat(found.at("/changes/0/occupation/code").asString()).isEqualTo("15-1251.00");
        assertThat(found.at("/changes/0/kind").asString()).isEqualTo("RE_RATED");
        assertThat(found.at("/changes/0/earlierValue").asDouble()).isEqualTo(3.5);
        assertThat(found.at("/changes/0/laterValue").asDouble()).isEqualTo(6);
        assertThat(found.at("/changes/0/laterDate").asString()).isEqualTo("2025-12");
        assertThat(found.get("changesLeftOff").asInt()).isEqualTo(70);
        assertThat(found.at("/noLongerRated/occupations/0/code").asString()).isEqualTo("53-3032.00");
        assertThat(found.at("/added/occupations/0/code").asString()).isEqualTo("15-1299.09");
        assertThat(found.at("/renamed/occupations/0/title").asString()).isEqualTo("Heads of Organizations");
        assertThat(calls.text("what_changed", "{}"))
                .contains("70 dropped", "\nNo longer rated: \"Heavy and Tractor-Trailer Truck Drivers\" (53-3032.00).")
                .doesNotContain("Newly rated");
    }

    @Test
    void tellsWhatChangedForOneOccupation() {
        JsonNode found = calls.found(
                "what_changed", "{'occupation': '15-1251', 'earlier': '29.3', 'later': '30.1', 'domain': 'SKILLS'}");

        assertThat(found.at("/counts/reRated").asInt()).isEqualTo(1);
        assertThat(found.at("/counts/carried").asInt()).isEqualTo(69);
        assertThat(found.at("/counts/dropped").asInt()).isZero();
        assertThat(found.at("/noLongerRated/occupations")).isEmpty();
        assertThat(calls.text("what_changed", "{'occupation': 'computer programmers'}"))
                .contains("1 re-rated", "'Reading Comprehension' (2.A.1.a), LV: 3.50 to 6.00".replace('\'', '"'));
    }

    @Test
    void estimatesAPersonAndAsksTheNextQuestionUntilThereIsNone() {
        String held = "{'target': '15-1211', 'held': [{'occupation': '15-1251', 'years': 6}, {'occupation': 'data"
                + " scientists'}], 'answers': [%s]}";
        PersonModel model = PersonModel.of(catalog, Domain.SKILLS);
        PersonProfile person =
                PersonProfile.UNKNOWN.withOccupation(PROGRAMMERS, 6).withOccupation(new OnetSocCode("15-2051.00"));

        JsonNode first = calls.found("person_readiness", held.formatted(""));
        assertSame(first, model.estimate(person));
        assertThat(texts(first.get("heldWithoutRatings"), "code")).containsExactly("15-2051.00");

        String id = first.at("/nextQuestion/elementId").asString();
        double level = first.at("/nextQuestion/choices/3/level").asDouble();
        JsonNode second =
                calls.found("person_readiness", held.formatted("{'elementId': '" + id + "', 'level': " + level + "}"));
        assertSame(second, model.estimate(person.withSelfAssessment(id, level)));
        assertThat(width(second)).isLessThan(width(first));
    }

    @Test
    void asksNothingThatAPersonSkips() {
        String skipped = String.join(
                "', '",
                catalog.elements(Domain.SKILLS).stream().map(each -> each.id()).toList());

        JsonNode found = calls.found("person_readiness", "{'target': '15-1211', 'skipped': ['" + skipped + "']}");

        assertThat(found.get("nextQuestion").isNull()).isTrue();
    }

    @Test
    void takesLevelsThatAreKnownFromElsewhere() {
        JsonNode found = calls.found(
                "person_readiness",
                "{'target': '15-1211', 'known': [{'elementId': '2.A.1.a', 'level': 4.5, 'standardDeviation': 0.3}]}");

        assertSame(
                found,
                PersonModel.of(catalog, Domain.SKILLS).estimate(PersonProfile.UNKNOWN.withLevel("2.A.1.a", 4.5, .3)));
    }

    private static void assertSame(JsonNode found, PersonEstimate estimate) {
        ReadinessEstimate expected = estimate.readiness(ANALYSTS);
        Question question = estimate.nextQuestion(ANALYSTS).orElseThrow();
        assertThat(found.get("mean").asDouble()).isEqualTo(expected.mean());
        assertThat(found.get("low").asDouble()).isEqualTo(expected.low());
        assertThat(found.get("high").asDouble()).isEqualTo(expected.high());
        assertThat(found.get("elements")).hasSize(5);
        assertThat(found.get("elementsLeftOff").asInt())
                .isEqualTo(expected.elements().size() - 5);
        assertThat(found.at("/nextQuestion/elementId").asString())
                .isEqualTo(question.element().id());
        assertThat(found.at("/nextQuestion/question").asString()).isEqualTo(question.text());
        assertThat(found.at("/nextQuestion/choices")).hasSize(question.choices().size());
    }

    @Test
    void nullsOfOptionalArgumentsAreAsIfTheyWereNotThere() {
        assertThat(calls.found(
                        "skill_gap",
                        "{'from': '15-1251', 'to': '15-1211', 'domain': null, 'unrated': null, 'limit': null}"))
                .isEqualTo(calls.found("skill_gap", "{'from': '15-1251', 'to': '15-1211'}"));
    }

    @Test
    void schemasStateEveryLimitWithItsDefaultAndItsEnds() {
        for (OnetTool tool : OnetTools.of(new ReleasesOnDisk(List.of(Samples.EARLIER)))) {
            JsonNode limit = Schemas.JSON.readTree(tool.inputSchema()).at("/properties/limit");
            assertThat(limit.get("default").isInt()).as(tool.name()).isTrue();
            assertThat(limit.get("minimum").asInt()).isEqualTo(1);
            assertThat(limit.get("maximum").asInt())
                    .isGreaterThan(limit.get("default").asInt());
        }
    }

    @Test
    void answersStaySmall() {
        assertThat(List.of(
                        calls.found("search_occupations", "{'title': 'manager'}"),
                        calls.found("skill_gap", "{'from': '15-1251', 'to': '15-1211'}"),
                        calls.found("closest_occupations", "{'occupation': '15-1251'}"),
                        calls.found("career_paths", "{'from': '31-1131', 'to': '29-1141'}"),
                        calls.found("what_changed", "{}"),
                        calls.found("person_readiness", "{'target': '15-1211'}")))
                .allSatisfy(found -> assertThat(found.toString()).hasSizeLessThan(8_000));
    }

    private static double width(JsonNode found) {
        return found.get("high").asDouble() - found.get("low").asDouble();
    }

    private static String property(RatingChange.Kind kind) {
        return switch (kind) {
            case NEWLY_RATED -> "newlyRated";
            case DROPPED -> "dropped";
            case RE_RATED -> "reRated";
            case RESTATED -> "restated";
            case PRECISION -> "precision";
            case CARRIED -> "carried";
        };
    }

    private static List<String> texts(JsonNode list, String path) {
        return list.valueStream().map(each -> each.at("/" + path).asString()).toList();
    }
}
