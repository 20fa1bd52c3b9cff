package io.github.onet4j.assess;

import static io.github.onet4j.assess.Bakery.BAKERS;
import static io.github.onet4j.assess.Bakery.COOKS;
import static io.github.onet4j.assess.Bakery.COORDINATION;
import static io.github.onet4j.assess.Bakery.EQUIPMENT;
import static io.github.onet4j.assess.Bakery.READING;
import static io.github.onet4j.assess.Bakery.rated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calibrations whose figures are worked out by hand. */
class CalibrationTest {
    private static final Profile OFFICIAL =
            Bakery.profile(BAKERS, rated(READING, 3.0, 1.0), rated(COORDINATION, 3.0, 2.0), rated(EQUIPMENT, 3.0, 2.5));

    /*
     * assessed 2 3 5 6, mean 4; official 1 2 2 4, mean 2.25
     * Σ (x - 4)(y - 2.25) = 2.5 + 0.25 - 0.25 + 3.5 = 6; Σ (x - 4)² = 10; slope 0.6; intercept 2.25 - 2.4 = -0.15
     * fitted 1.05 1.65 2.85 3.45; residuals -0.05 0.35 -0.85 0.55; squares 0.0025 0.1225 0.7225 0.3025 = 1.15
     */
    @Test
    void theLineIsThatOfLeastSquares() {
        Calibration calibration = fit(pair(2, 1), pair(3, 2), pair(5, 2), pair(6, 4));

        assertThat(calibration.slope()).isCloseTo(0.6, within(1e-12));
        assertThat(calibration.intercept()).isCloseTo(-0.15, within(1e-12));
        assertThat(calibration.rootMeanSquaredError()).isCloseTo(Math.sqrt(1.15 / 4), within(1e-12));
        assertThat(calibration.skills()).isEqualTo(4);
        assertThat(calibration.apply(4)).isCloseTo(2.25, within(1e-12));
        assertThat(calibration).hasToString("level' = -0.15 + 0.6 · level, RMSE 0.5362 over 4 skills");
    }

    @Test
    void levelsThatAreAllTooHighByTheSameAreBroughtDown() {
        Calibration calibration = fit(pair(2.7, 1), pair(3.7, 2), pair(5.7, 4));

        assertThat(calibration.slope()).isCloseTo(1, within(1e-12));
        assertThat(calibration.intercept()).isCloseTo(-1.7, within(1e-12));
        assertThat(calibration.rootMeanSquaredError()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aCalibratedLevelDoesNotLeaveTheScale() {
        Calibration steep = fit(pair(2, 0), pair(3, 3), pair(4, 6));

        assertThat(steep.apply(1)).isEqualTo(0);
        assertThat(steep.apply(7)).isEqualTo(7);
    }

    @Test
    void fewerThanThreePairsAreRefused() {
        assertThatExceptionOfType(CalibrationException.class)
                .isThrownBy(() -> fit(pair(1, 1), pair(2, 2)))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(CalibrationException.Reason.TOO_FEW_SKILLS);
                    assertThat(refused.skills()).isEqualTo(2);
                });
    }

    @Test
    void levelsThatAreAllTheSameAreRefused() {
        assertThatExceptionOfType(CalibrationException.class)
                .isThrownBy(() -> fit(pair(0.1, 1), pair(0.1, 2), pair(0.1, 3)))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(CalibrationException.Reason.NO_VARIANCE);
                    assertThat(refused.skills()).isEqualTo(3);
                });
    }

    @Test
    void anAssessmentIsFittedToTheOfficialLevelsOfItsOccupation() {
        ProficiencyAssessment blind = MedianAssessmentTest.run(Bakery.task().withoutRatings(), 2.0, 4.0, 5.0);

        Calibration calibration = Calibration.fit(blind, OFFICIAL);

        // The slope is 0.5, the intercept 0: 2 → 1, 4 → 2, 5 → 2.5.
        assertThat(calibration.slope()).isCloseTo(0.5, within(1e-12));
        assertThat(calibration.intercept()).isCloseTo(0, within(1e-12));
        MedianAssessment median = MedianAssessment.of(List.of(blind, blind));
        assertThat(Calibration.fit(median, OFFICIAL).slope()).isEqualTo(calibration.slope());
    }

    @Test
    void aLevelThatTheModelWasToldOrCouldNotJudgeIsNotCounted() {
        ProficiencyAssessment told = MedianAssessmentTest.run(Bakery.task(), 2.0, 4.0, 5.0);
        ProficiencyAssessment unsure = MedianAssessmentTest.run(Bakery.task().withoutRatings(), 2.0, null, 5.0);

        for (ProficiencyAssessment assessment : List.of(told, unsure)) {
            assertThatExceptionOfType(CalibrationException.class)
                    .isThrownBy(() -> Calibration.fit(assessment, OFFICIAL))
                    .withMessageContaining("AssessmentTask.withoutRatings()")
                    .satisfies(refused -> assertThat(refused.skills()).isEqualTo(2));
        }
    }

    @Test
    void ratingsOfAnotherOccupationAreRefused() {
        ProficiencyAssessment blind = MedianAssessmentTest.run(Bakery.task().withoutRatings(), 2.0, 4.0, 5.0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.fit(blind, Bakery.profile(COOKS)))
                .withMessageContaining("Bakers")
                .withMessageContaining("Cooks");
    }

    private static Calibration fit(Calibration.Pair... pairs) {
        return Calibration.fit(List.of(pairs));
    }

    private static Calibration.Pair pair(double assessed, double official) {
        return new Calibration.Pair(assessed, official);
    }
}
