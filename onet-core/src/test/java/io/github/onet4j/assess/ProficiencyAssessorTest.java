package io.github.onet4j.assess;

import static io.github.onet4j.assess.Bakery.BAKERS;
import static io.github.onet4j.assess.Bakery.COORDINATION;
import static io.github.onet4j.assess.Bakery.EQUIPMENT;
import static io.github.onet4j.assess.Bakery.READING;
import static io.github.onet4j.assess.Bakery.reply;
import static io.github.onet4j.assess.Bakery.replyWithReading;
import static io.github.onet4j.assess.Bakery.skill;
import static io.github.onet4j.assess.Bakery.skills;
import static io.github.onet4j.assess.Bakery.task;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading of a model's replies, good and bad. */
class ProficiencyAssessorTest {
    private static final String LEVEL = "llm_assigned_proficiency_level";
    private static final String CATEGORY = "llm_assigned_proficiency_description";
    private static final String NAME = "llm_skill_name";

    @Test
    void aGoodReplyIsAnAssessmentOfEverySkill() {
        ScriptedModel model = new ScriptedModel(reply());

        ProficiencyAssessment assessment = ProficiencyAssessor.of(model).assess(task());

        assertThat(assessment.task()).isEqualTo(task());
        assertThat(assessment.model()).isEqualTo(ScriptedModel.NAME);
        assertThat(assessment.skills())
                .containsExactly(
                        new AssessedSkill(READING, Proficiency.BEGINNER, 2.5, "Reads recipes."),
                        new AssessedSkill(
                                COORDINATION, Proficiency.INTERMEDIATE, 3.25, "Works in step with the shift."),
                        new AssessedSkill(EQUIPMENT, Proficiency.NOVICE, 1.0, "Ovens are set up by others."));
        assertThat(assessment.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.prompt()).isEqualTo(model.prompts().get(0));
            assertThat(turn.reply()).contains(new ModelReply(reply(), ScriptedModel.NAME, 100, 10));
            assertThat(turn.problems()).isEmpty();
            assertThat(turn.failure()).isEmpty();
            assertThat(turn.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    @Test
    void skillsStandInTheOrderOfTheTaskWhateverThatOfTheReply() {
        String reversed =
                reply(assessment -> skills(assessment).add(skills(assessment).remove(0)));

        assertThat(assess(reversed).skills())
                .extracting(AssessedSkill::element)
                .containsExactly(READING, COORDINATION, EQUIPMENT);
    }

    @Test
    void fencesAndProseAroundTheObjectAreTolerated() {
        assertThat(assess("```json\n" + reply() + "\n```").skills()).hasSize(3);
        assertThat(assess("Here you are: \"{sic}\" {} \n" + reply() + "\nAnything else? {\"note\": \"}\"}")
                        .skills())
                .hasSize(3);
        assertThat(assess("{{" + reply() + "}}").skills()).hasSize(3);
        assertThat(assess("{\"note\": so}" + reply()).skills()).hasSize(3);
        assertThat(assess("{\"note\" " + reply()).skills()).hasSize(3);
        assertThat(assess("\uFEFF[" + reply() + "]").skills()).hasSize(3);
    }

    @Test
    void bracesAndQuotesInAnExplanationDoNotEndTheObject() {
        String text = "Reads \"} {\" and \\ and ```.";

        assertThat(assess(replyWithReading(skill -> skill.put("llm_explanation", text)))
                        .skills()
                        .get(0)
                        .explanation())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "I can't do that.", "{", "{}", "[]", "null", "{\"assessed_skills\": []}", "{{{{{{{{\"a\":"})
    void aReplyWithoutTheObjectIsRefused(String text) {
        assertThat(refusals(text))
                .containsExactly("the reply has no complete JSON object with the property"
                        + " skill_proficiency_assessment; write that one object, whole and with no name twice in it");
    }

    @Test
    void aReplyThatIsCutShortIsRefused() {
        String whole = reply();

        for (int length = 1; length < whole.length(); length++) {
            assertThat(ProficiencyReply.check(task(), whole.substring(0, length))
                            .refusals())
                    .as("%s characters", length)
                    .hasSize(1);
        }
    }

    @Test
    void theSameNameTwiceInAnObjectIsRefused() {
        assertThat(refusals(reply().replace("\"llm_explanation\"", "\"element_id\"")))
                .singleElement()
                .asString()
                .contains("no name twice");
    }

    @Test
    void twoAnswersInOneReplyAreRefused() {
        assertThat(refusals(reply() + reply())).singleElement().asString().contains("has 2 JSON objects");
    }

    @Test
    void anAssessmentThatIsNoObjectIsRefused() {
        assertThat(refusals("{\"skill_proficiency_assessment\": []}"))
                .containsExactly("skill_proficiency_assessment is not an object; write an object");
    }

    @Test
    void aReplyThatNestsWithoutEndIsRefused() {
        assertThat(refusals("{\"skill_proficiency_assessment\":".repeat(20_000)))
                .hasSize(1);
    }

    @Test
    void anotherOccupationIsAProblem() {
        assertThat(refusals(reply(assessment ->
                        assessment.put("llm_onet_soc_code", "35-2014.00").put("llm_occupation_name", "Cooks"))))
                .containsExactly(
                        "llm_onet_soc_code is \"35-2014.00\"; write \"51-3011.00\", the occupation of the task",
                        "llm_occupation_name is \"Cooks\"; write \"Bakers, Bread & Pastry\", the occupation of the"
                                + " task");
        assertThat(refusals(
                        reply(assessment -> assessment.remove(List.of("llm_onet_soc_code", "llm_occupation_name")))))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("is missing; write"));
    }

    @Test
    void theOccupationsNameMayDifferInCaseAndPunctuation() {
        assertThat(assess(reply(assessment -> assessment.put("llm_occupation_name", "BAKERS - bread/PASTRY")))
                        .skills())
                .hasSize(3);
    }

    @Test
    void aMissingSkillIsAProblem() {
        assertThat(problems(reply(assessment -> skills(assessment).remove(1))))
                .containsExactly("Coordination (2.B.1.b) is missing from assessed_skills; add an entry for it");
        assertThat(problems(reply(assessment -> assessment.remove("assessed_skills"))))
                .containsExactly(
                        "assessed_skills is missing or not a list; write a list with one entry for each skill");
    }

    @Test
    void aSkillThatWasNotAskedForIsAProblem() {
        Element extra = new Element("2.B.3.e", "Programming", null, Domain.SKILLS, List.of());

        assertThat(refusals(
                        reply(assessment -> Bakery.addSkill(skills(assessment), extra, "Novice", 1, "Hardly any."))))
                .containsExactly("assessed_skills[3] (\"Programming\") has the element_id \"2.B.3.e\", which is not in"
                        + " the task; copy the id from the data, or leave the entry out");
    }

    @Test
    void aSkillThatStandsTwiceIsAProblem() {
        assertThat(problems(reply(assessment -> skills(assessment)
                        .add(skill(assessment, 0).deepCopy())
                        .add(skill(assessment, 0).deepCopy()))))
                .containsExactly(
                        "Reading Comprehension (2.A.1.a) appears more than once in assessed_skills; write it once");
    }

    @Test
    void anIdCountsForMoreThanAnAlteredName() {
        assertThat(assess(replyWithReading(skill -> skill.put(NAME, "Reading")))
                        .skills()
                        .get(0)
                        .element())
                .isEqualTo(READING);
        assertThat(assess(replyWithReading(skill -> skill.remove(NAME)))
                        .skills()
                        .get(0)
                        .element())
                .isEqualTo(READING);
    }

    @Test
    void anIdWithTheNameOfAnotherSkillIsAProblem() {
        assertThat(problems(replyWithReading(skill -> skill.put(NAME, "COORDINATION"))))
                .containsExactly(
                        "assessed_skills[0] has the element_id of Reading Comprehension (2.A.1.a), but the name of"
                                + " Coordination (2.B.1.b); write the id and the name of the same skill",
                        "Reading Comprehension (2.A.1.a) is missing from assessed_skills; add an entry for it");
    }

    @Test
    void anIdThatIsNoTextIsAProblem() {
        assertThat(problems(replyWithReading(skill -> skill.put("element_id", 2))))
                .hasSize(2);
    }

    @Test
    void withoutIdsSkillsAreFoundByNameIgnoringCaseAndPunctuation() {
        String withoutIds = reply(assessment -> {
            skill(assessment, 0).remove("element_id");
            skill(assessment, 1).putNull("element_id");
            skill(assessment, 2).put("element_id", " ").put(NAME, "equipment selection & INSTALLATION");
        });

        assertThat(assess(withoutIds).skills())
                .extracting(AssessedSkill::element)
                .containsExactly(READING, COORDINATION, EQUIPMENT);
    }

    @Test
    void withoutIdANameOfNoSkillIsAProblem() {
        assertThat(problems(replyWithReading(skill -> skill.put(NAME, "Reading").remove("element_id"))))
                .containsExactly(
                        "assessed_skills[0] has no element_id, and its name \"Reading\" matches no skill of the task;"
                                + " copy id and name from the data",
                        "Reading Comprehension (2.A.1.a) is missing from assessed_skills; add an entry for it");
        assertThat(problems(replyWithReading(skill -> skill.remove(List.of(NAME, "element_id")))))
                .hasSize(2)
                .first()
                .asString()
                .contains("has neither element_id nor llm_skill_name");
    }

    @Test
    void withoutIdANameThatMayMeanSeveralSkillsIsAProblemUnlessItIsExactlyOneOfThem() {
        Element hyphen = new Element("a", "Co-ordination", null, Domain.SKILLS, List.of());
        Element space = new Element("b", "Co Ordination", null, Domain.SKILLS, List.of());
        SkillNames names = new SkillNames(List.of(hyphen, space));

        assertThat(names.byName("co/ordination")).containsExactly(hyphen, space);
        assertThat(names.byName("Co Ordination")).containsExactly(space);
        AssessmentTask task = new AssessmentTask(
                BAKERS,
                Domain.SKILLS,
                List.of(Bakery.rated(hyphen, null, null), Bakery.rated(space, null, null)),
                AssessmentTask.LEVEL_SCALE,
                null,
                List.of());
        String ambiguous = reply(assessment -> {
            skills(assessment).remove(0);
            skill(assessment, 0).put(NAME, "co/ordination").remove("element_id");
            skill(assessment, 1).put(NAME, hyphen.name()).remove("element_id");
        });
        assertThat(ProficiencyReply.check(task, ambiguous).problems())
                .containsExactly(
                        "assessed_skills[0] has no element_id, and its name \"co/ordination\" may mean"
                                + " Co-ordination (a) or Co Ordination (b); write the element_id",
                        "Co Ordination (b) is missing from assessed_skills; add an entry for it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.01",
                "-0.5",
                "1e999",
                "1E99999999999",
                "-1E99999999999",
                "\"4\"",
                "\"four\"",
                "true",
                "[4]",
                "{}"
            })
    void aLevelThatIsNoNumberOnTheScaleIsAProblem(String level) {
        String text = reply().replaceFirst("\"" + LEVEL + "\":2.5", "\"" + LEVEL + "\":" + level);

        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith("Reading Comprehension (2.A.1.a): " + LEVEL + " is ")
                .endsWith("; write a number from 0 to 7, or null if the level can't be judged");
    }

    @Test
    void aLevelThatIsLeftOutIsAProblem() {
        assertThat(problems(replyWithReading(skill -> skill.remove(LEVEL))))
                .containsExactly("Reading Comprehension (2.A.1.a): llm_assigned_proficiency_level is missing; write a"
                        + " number from 0 to 7, or null if the level can't be judged");
    }

    @Test
    void decimalsAndTheEndsOfTheScaleAreKept() {
        assertThat(level(replyWithReading(skill -> skill.put(LEVEL, 4.375)))).isEqualTo(4.375);
        assertThat(level(replyWithReading(skill -> skill.put(LEVEL, 0)))).isEqualTo(0);
        assertThat(level(replyWithReading(skill -> skill.put(LEVEL, 7)))).isEqualTo(7);
    }

    @Test
    void aLevelThatCannotBeJudgedStaysNull() {
        assertThat(assess(replyWithReading(skill -> skill.putNull(LEVEL)))
                        .skills()
                        .get(0))
                .isEqualTo(new AssessedSkill(READING, Proficiency.BEGINNER, null, "Reads recipes."));
    }

    @Test
    void levelsAreHeldToTheScaleOfTheTask() {
        AssessmentTask percent = task().scale(new Scale("PC", "Percent", 0, 100));
        String text = replyWithReading(skill -> skill.put(LEVEL, 62.5));

        assertThat(ProficiencyReply.check(percent, text).problems()).isEmpty();
        assertThat(ProficiencyReply.check(task(), text).problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Basic, BEGINNER",
        "'', BEGINNER",
        "Non-expert, BEGINNER",
        "Intermediate/Advanced, BEGINNER",
        "'INTERMEDIATE ', INTERMEDIATE",
        "Intermediate level, INTERMEDIATE",
        "expert-Level, EXPERT"
    })
    void aCategoryThatIsNoneOfTheFiveIsTakenFromTheLevelAndKeptAsItWasWritten(String written, Proficiency expected) {
        AssessedSkill reading = assess(replyWithReading(skill -> skill.put(CATEGORY, written)))
                .skills()
                .get(0);

        assertThat(reading.proficiency()).isEqualTo(expected);
        assertThat(reading.category()).isEqualTo(written.strip());
        assertThat(reading.level()).isEqualTo(2.5);
    }

    @Test
    void aCategoryThatIsMissingOrNoTextIsTakenFromTheLevel() {
        assertThat(assess(replyWithReading(skill -> skill.remove(CATEGORY))).skills())
                .contains(new AssessedSkill(READING, Proficiency.BEGINNER, 2.5, "Reads recipes.", ""));
        assertThat(assess(replyWithReading(skill -> skill.put(CATEGORY, 3))).skills())
                .contains(new AssessedSkill(READING, Proficiency.BEGINNER, 2.5, "Reads recipes.", "3"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, NOVICE",
        "1.39, NOVICE",
        "1.4, BEGINNER",
        "3.5, INTERMEDIATE",
        "4.2, ADVANCED",
        "5.6, EXPERT",
        "7, EXPERT"
    })
    void aCategoryCoversAFifthOfTheScale(double level, Proficiency expected) {
        assertThat(Proficiency.of(level, AssessmentTask.LEVEL_SCALE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Intermediate/Advanced", "advanced to intermediate level", "Intermediate - Expert"})
    void withoutALevelTheLowestOfSeveralCategoriesCounts(String written) {
        AssessedSkill reading = assess(
                        replyWithReading(skill -> skill.put(CATEGORY, written).putNull(LEVEL)))
                .skills()
                .get(0);

        assertThat(reading)
                .isEqualTo(new AssessedSkill(READING, Proficiency.INTERMEDIATE, null, "Reads recipes.", written));
    }

    @Test
    void anEntryWithNeitherALevelNorACategoryIsRefused() {
        String text = replyWithReading(skill -> skill.put(CATEGORY, "Basic").putNull(LEVEL));

        ProficiencyAssessment assessment = assess(text, text);

        assertThat(assessment.unassessed()).containsExactly(READING);
        assertThat(assessment.acceptedTurn().problems())
                .containsExactly(
                        "Reading Comprehension (2.A.1.a): llm_assigned_proficiency_description is \"Basic\" and the"
                                + " level is null; write one of Novice, Beginner, Intermediate, Advanced, Expert");
    }

    @Test
    void goodEntriesAreKeptWhereOthersStayRefused() {
        String bad = replyWithReading(skill -> skill.put(LEVEL, 9));

        ProficiencyAssessment assessment = assess(bad, bad);

        assertThat(assessment.skills()).extracting(AssessedSkill::element).containsExactly(COORDINATION, EQUIPMENT);
        assertThat(assessment.unassessed()).containsExactly(READING);
        assertThat(assessment.acceptedTurn()).isEqualTo(assessment.turns().get(1));
        assertThat(assessment.acceptedTurn().problems())
                .singleElement()
                .asString()
                .startsWith("Reading Comprehension (2.A.1.a): " + LEVEL + " is 9; write a number");
    }

    @Test
    void ofTwoRepliesTheOneWithMoreUsableEntriesCounts() {
        String worse = reply(assessment -> skills(assessment).remove(0));
        String better = replyWithReading(skill -> skill.put("llm_explanation", " "));
        String worst = reply(assessment -> skills(assessment).removeAll());

        assertThat(assess(better, "sorry").acceptedTurn().reply().orElseThrow().text())
                .isEqualTo(better);
        assertThat(assess(better, worst).skills()).hasSize(2);
        assertThat(assess(worse, better).acceptedTurn().reply().orElseThrow().text())
                .as("of the same number the later one")
                .isEqualTo(better);
        assertThat(assess(worse, reply()).unassessed()).isEmpty();
    }

    @Test
    void aReplyThatIsUsableInPartIsKeptIfTheModelFailsToRepairIt() {
        String partial = replyWithReading(skill -> skill.put(LEVEL, 9));
        AtomicInteger calls = new AtomicInteger();
        LanguageModel failing = prompt -> {
            if (calls.getAndIncrement() == 0) {
                return new ModelReply(partial, ScriptedModel.NAME, null, null);
            }
            throw LanguageModelException.of(LanguageModelException.Reason.RATE_LIMITED, "too many requests");
        };

        ProficiencyAssessment assessment = ProficiencyAssessor.of(failing).assess(task());

        assertThat(assessment.skills()).hasSize(2);
        assertThat(assessment.acceptedTurn()).isEqualTo(assessment.turns().get(0));
        assertThat(assessment.turns().get(1).failure()).contains("too many requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\n\"", "7"})
    void anExplanationThatSaysNothingIsAProblem(String explanation) {
        assertThat(problems(reply().replace("\"Reads recipes.\"", explanation)))
                .containsExactly("Reading Comprehension (2.A.1.a): llm_explanation is missing or blank; write why the"
                        + " skill needs this level");
    }

    @Test
    void allProblemsAreGathered() {
        String text = reply(assessment -> {
            assessment.put("llm_onet_soc_code", "x");
            skill(assessment, 0).put(LEVEL, 9).put("llm_explanation", " ").put(CATEGORY, "x");
            skills(assessment).remove(2);
            skills(assessment).add("x");
        });

        assertThat(ProficiencyReply.check(task(), text).problems()).hasSize(5);
    }

    @Test
    void aReplyWithProblemsIsPutToTheModelOnceMoreAndRepaired() {
        String bad = replyWithReading(skill -> skill.put(LEVEL, 9));
        ScriptedModel model = new ScriptedModel(bad, reply());
        List<Turn> observed = new ArrayList<>();

        ProficiencyAssessment assessment =
                ProficiencyAssessor.of(model).observedBy(observed::add).assess(task());

        assertThat(assessment.skills().get(0).level()).isEqualTo(2.5);
        assertThat(observed).isEqualTo(assessment.turns()).hasSize(2);
        assertThat(observed.get(0).problems()).hasSize(1);
        assertThat(observed.get(1).problems()).isEmpty();
        Prompt first = model.prompts().get(0);
        Prompt repair = model.prompts().get(1);
        assertThat(repair.instructions()).startsWith(first.instructions()).contains("\"previous_reply\"");
        assertThat(repair.responseSchema()).isEqualTo(first.responseSchema());
        assertThat(Documents.read(repair.data()).path("previous_reply").textValue())
                .isEqualTo(bad);
        assertThat(Documents.read(repair.data()).path("problems").path(0).textValue())
                .isEqualTo(observed.get(0).problems().get(0));
    }

    @Test
    void aReplyThatStaysBadIsRefusedWithItsProblemsAndEveryReply() {
        String bad = reply(assessment -> assessment.put("llm_onet_soc_code", "35-2014.00"));
        String worse = "sorry";
        List<Turn> observed = new ArrayList<>();
        ProficiencyAssessor assessor =
                ProficiencyAssessor.of(new ScriptedModel(bad, worse)).observedBy(observed::add);

        InvalidReplyException refused =
                catchThrowableOfType(InvalidReplyException.class, () -> assessor.assess(task()));

        assertThat(refused.problems()).singleElement().asString().startsWith("the reply has no complete JSON object");
        assertThat(refused)
                .hasMessageStartingWith(
                        "the model's reply about Bakers, Bread & Pastry (51-3011.00) is not usable, even"
                                + " after one repair; try again, or use another model. Problems: 1 (1) the reply"
                                + " has no");
        assertThat(refused.turns())
                .isEqualTo(observed)
                .extracting(turn -> turn.reply().orElseThrow().text())
                .containsExactly(bad, worse);
    }

    @Test
    void aModelThatFailsGoesThroughAndTheTurnsAreObserved() {
        List<Turn> observed = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        LanguageModel failing = prompt -> {
            if (calls.getAndIncrement() == 0) {
                return new ModelReply("sorry", ScriptedModel.NAME, null, null);
            }
            throw LanguageModelException.of(LanguageModelException.Reason.UNREACHABLE, "no connection");
        };
        ProficiencyAssessor assessor = ProficiencyAssessor.of(failing).observedBy(observed::add);

        assertThatExceptionOfType(LanguageModelException.class)
                .isThrownBy(() -> assessor.assess(task()))
                .withMessage("no connection");
        assertThat(observed).extracting(Turn::failure).containsExactly(Optional.empty(), Optional.of("no connection"));
        assertThat(observed.get(1).reply()).isEmpty();
        assertThat(observed.get(1).problems()).isEmpty();
    }

    @Test
    void severalRunsAreAskedOneAfterTheOther() {
        ScriptedModel model = new ScriptedModel(reply(), replyWithReading(skill -> skill.put(LEVEL, 4)), reply());

        MedianAssessment assessment = ProficiencyAssessor.of(model).assess(task(), 3);

        assertThat(model.prompts()).hasSize(3).containsOnly(model.prompts().get(0));
        assertThat(assessment.runs()).hasSize(3);
        assertThat(assessment.levels().get(0).median()).hasValue(2.5);
        assertThat(assessment.levels().get(0).spread()).hasValue(1.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProficiencyAssessor.of(model).assess(task(), 0))
                .withMessage("runs must be at least 1, but was 0");
    }

    private static ProficiencyAssessment assess(String... replies) {
        return ProficiencyAssessor.of(new ScriptedModel(replies)).assess(task());
    }

    private static double level(String text) {
        return requireNonNull(assess(text).skills().get(0).level());
    }

    private static List<String> problems(String text) {
        return ProficiencyReply.check(task(), text).problems();
    }

    /** Returns the problems of a reply that is refused as a whole. */
    private static List<String> refusals(String text) {
        return catchThrowableOfType(InvalidReplyException.class, () -> assess(text, text))
                .problems();
    }
}
