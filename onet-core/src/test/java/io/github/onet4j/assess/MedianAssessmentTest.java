package io.github.onet4j.assess;

import static io.github.onet4j.assess.Bakery.COORDINATION;
import static io.github.onet4j.assess.Bakery.EQUIPMENT;
import static io.github.onet4j.assess.Bakery.READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.Element;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The median of runs, and their spread. */
class MedianAssessmentTest {
    @Test
    void ofAnOddNumberTheMedianIsTheMiddleOne() {
        assertThat(median(4.0, 1.5, 2.0)).isEqualTo(new MedianLevel(READING, 2.0, 1.5, 4.0, 3, 3));
        assertThat(median(4.0, 1.5, 2.0).spread()).isEqualTo(2.5);
    }

    @Test
    void ofAnEvenNumberTheMedianIsTheMeanOfTheMiddleTwo() {
        assertThat(median(4.0, 1.5, 2.0, 3.0)).isEqualTo(new MedianLevel(READING, 2.5, 1.5, 4.0, 4, 4));
    }

    @Test
    void ofOneRunTheMedianIsItsLevel() {
        assertThat(median(3.25)).isEqualTo(new MedianLevel(READING, 3.25, 3.25, 3.25, 1, 1));
        assertThat(median(3.25).spread()).isZero();
    }

    @Test
    void runsThatCannotJudgeDoNotCountAsZero() {
        assertThat(median(null, 3.0, null, 2.0)).isEqualTo(new MedianLevel(READING, 2.5, 2.0, 3.0, 2, 4));
        assertThat(median(null, null)).isEqualTo(new MedianLevel(READING, null, null, null, 0, 2));
        assertThat(median(null, null).spread()).isNull();
    }

    @Test
    void everySkillHasItsOwnMedian() {
        ProficiencyAssessment one = run(Bakery.task(), 1.0, null, 5.0);
        ProficiencyAssessment other = run(Bakery.task(), 2.0, 4.0, 5.0);

        MedianAssessment median = MedianAssessment.of(List.of(one, other));

        assertThat(median.levels())
                .containsExactly(
                        new MedianLevel(READING, 1.5, 1.0, 2.0, 2, 2),
                        new MedianLevel(COORDINATION, 4.0, 4.0, 4.0, 1, 2),
                        new MedianLevel(EQUIPMENT, 5.0, 5.0, 5.0, 2, 2));
        assertThat(median.runs()).containsExactly(one, other);
    }

    @Test
    void runsOfDifferentTasksHaveNoMedian() {
        ProficiencyAssessment one = run(Bakery.task(), 1.0, 1.0, 1.0);
        ProficiencyAssessment other = run(Bakery.task().withoutRatings(), 1.0, 1.0, 1.0);

        assertThatIllegalArgumentException().isThrownBy(() -> MedianAssessment.of(List.of(one, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> MedianAssessment.of(List.of()));
    }

    static ProficiencyAssessment run(AssessmentTask task, @Nullable Double... levels) {
        List<AssessedSkill> skills =
                List.of(skill(READING, levels[0]), skill(COORDINATION, levels[1]), skill(EQUIPMENT, levels[2]));
        return new ProficiencyAssessment(task, ScriptedModel.NAME, skills, new Conversation(List.of()));
    }

    private static MedianLevel median(@Nullable Double... levels) {
        return MedianLevel.of(
                READING,
                Arrays.stream(levels).map(level -> skill(READING, level)).toList());
    }

    private static AssessedSkill skill(Element element, @Nullable Double level) {
        return new AssessedSkill(element, Proficiency.NOVICE, level, "why");
    }
}
