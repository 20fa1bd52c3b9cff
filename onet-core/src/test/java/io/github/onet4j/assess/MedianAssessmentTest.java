package io.github.onet4j.assess;

import static io.github.onet4j.assess.Bakery.COORDINATION;
import static io.github.onet4j.assess.Bakery.EQUIPMENT;
import static io.github.onet4j.assess.Bakery.READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The median of runs, and their spread. */
class MedianAssessmentTest {
    @Test
    void ofAnOddNumberTheMedianIsTheMiddleOne() {
        assertLevels(median(4.0, 1.5, 2.0), 2.0, 1.5, 4.0, 3);
        assertThat(median(4.0, 1.5, 2.0).spread()).hasValue(2.5);
    }

    @Test
    void ofAnEvenNumberTheMedianIsTheMeanOfTheMiddleTwo() {
        assertLevels(median(4.0, 1.5, 2.0, 3.0), 2.5, 1.5, 4.0, 4);
    }

    @Test
    void ofOneRunTheMedianIsItsLevel() {
        assertLevels(median(3.25), 3.25, 3.25, 3.25, 1);
        assertThat(median(3.25).spread()).hasValue(0);
    }

    @Test
    void runsThatCannotJudgeDoNotCountAsZero() {
        assertLevels(median(null, 3.0, null, 2.0), 2.5, 2.0, 3.0, 2);
        assertThat(median(null, 3.0, null, 2.0).runs()).isEqualTo(4);
        MedianLevel unknown = median(null, null);
        assertThat(List.of(unknown.median(), unknown.lowest(), unknown.highest(), unknown.spread()))
                .containsOnly(OptionalDouble.empty());
        assertThat(unknown.judged()).isZero();
        assertThat(unknown.runs()).isEqualTo(2);
    }

    @Test
    void everySkillHasItsOwnMedian() {
        ProficiencyAssessment one = run(Bakery.task(), 1.0, null, 5.0);
        ProficiencyAssessment other = run(Bakery.task(), 2.0, 4.0, 5.0);

        MedianAssessment median = MedianAssessment.of(List.of(one, other));

        assertThat(median.levels()).extracting(MedianLevel::element).containsExactly(READING, COORDINATION, EQUIPMENT);
        assertLevels(median.levels().get(0), 1.5, 1.0, 2.0, 2);
        assertLevels(median.levels().get(1), 4.0, 4.0, 4.0, 1);
        assertLevels(median.levels().get(2), 5.0, 5.0, 5.0, 2);
        assertThat(median.runs()).containsExactly(one, other);
    }

    @Test
    void aRunWithoutAnEntryForASkillHasNoLevelOfIt() {
        ProficiencyAssessment whole = run(Bakery.task(), 1.0, 4.0, 5.0);
        ProficiencyAssessment partial = run(Bakery.task(), List.of(skill(READING, 2.0), skill(EQUIPMENT, 6.0)));

        MedianAssessment median = MedianAssessment.of(List.of(partial, whole));

        assertLevels(median.levels().get(0), 1.5, 1.0, 2.0, 2);
        assertLevels(median.levels().get(1), 4.0, 4.0, 4.0, 1);
        assertThat(median.levels().get(1).runs()).isEqualTo(2);
        assertLevels(median.levels().get(2), 5.5, 5.0, 6.0, 2);
    }

    @Test
    void runsOfDifferentTasksHaveNoMedian() {
        ProficiencyAssessment one = run(Bakery.task(), 1.0, 1.0, 1.0);
        ProficiencyAssessment other = run(Bakery.task().withoutRatings(), 1.0, 1.0, 1.0);

        assertThatIllegalArgumentException().isThrownBy(() -> MedianAssessment.of(List.of(one, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> MedianAssessment.of(List.of()));
    }

    static ProficiencyAssessment run(AssessmentTask task, @Nullable Double... levels) {
        return run(
                task, List.of(skill(READING, levels[0]), skill(COORDINATION, levels[1]), skill(EQUIPMENT, levels[2])));
    }

    private static ProficiencyAssessment run(AssessmentTask task, List<AssessedSkill> skills) {
        Turn turn = Turn.failed(ProficiencyAssessor.prompt(task), Instant.EPOCH, Duration.ZERO, "not asked");
        return new ProficiencyAssessment(task, ScriptedModel.NAME, skills, turn, List.of(turn));
    }

    @Test
    void equalRunsHaveEqualMedians() {
        MedianAssessment one = MedianAssessment.of(List.of(run(Bakery.task(), 1.0, null, 5.0)));
        MedianAssessment same = MedianAssessment.of(List.of(run(Bakery.task(), 1.0, null, 5.0)));
        MedianAssessment other = MedianAssessment.of(List.of(run(Bakery.task(), 1.0, 2.0, 5.0)));

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(one.levels())
                .isEqualTo(same.levels())
                .hasSameHashCodeAs(same.levels())
                .isNotEqualTo(other.levels());
        assertThat(one.toString()).contains("Bakers", "Reading Comprehension", "levels=[1.0]");
    }

    private static void assertLevels(MedianLevel level, double median, double lowest, double highest, int judged) {
        assertThat(level.median()).hasValue(median);
        assertThat(level.lowest()).hasValue(lowest);
        assertThat(level.highest()).hasValue(highest);
        assertThat(level.judged()).isEqualTo(judged);
    }

    private static MedianLevel median(@Nullable Double... levels) {
        return MedianLevel.of(
                READING,
                Arrays.stream(levels)
                        .map(level -> run(Bakery.task(), List.of(skill(READING, level))))
                        .toList());
    }

    private static AssessedSkill skill(Element element, @Nullable Double level) {
        return new AssessedSkill(element, Proficiency.NOVICE, level, "why");
    }
}
