package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    private static final Scale LEVEL = new Scale("LV", "Level", 0, 7);
    private static final Scale IMPORTANCE = new Scale("IM", "Importance", 1, 5);

    /** The whole numbers that O*NET OnLine shows. */
    @ParameterizedTest
    @CsvSource({"0, 0", "4.88, 70", "5, 71", "7, 100"})
    void aLevelIsStandardizedAsONetOnLineShowsIt(double level, long shown) {
        assertThat(Math.round(LEVEL.standardized(level))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"IM, 1, 5, 1, 0", "IM, 1, 5, 3, 50", "IM, 1, 5, 5, 100", "WI, -3, 3, 0, 50", "CXP, 0, 100, 29, 29"})
    void theEndsOfAnyScaleAre0And100(String id, double minimum, double maximum, double value, double standardized) {
        assertThat(new Scale(id, id, minimum, maximum).standardized(value)).isEqualTo(standardized);
    }

    @Test
    void aStandardizedValueIsNotRounded() {
        assertThat(LEVEL.standardized(4.88)).isBetween(69.714, 69.715);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 5.01, Double.NaN, Double.POSITIVE_INFINITY})
    void aValueOffTheScaleIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IMPORTANCE.standardized(value))
                .withMessage("value must be on the scale IM, 1.0 to 5.0, to be standardized, but was " + value);
    }

    @Test
    void aScaleOfOnePointStandardizesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scale("X", "X", 2, 2).standardized(2))
                .withMessageContaining("2.0 to 2.0");
    }

    @Test
    void anElementIsStandardizedOnTheScaleOfItsRating() {
        Element programming = new Element("2.B.3.e", "Programming", null, Domain.SKILLS, List.of());
        RatedElement rated = RatedElement.of(
                programming, Map.of(RatingKey.IMPORTANCE, Rating.of(4), new RatingKey("CXP", 3), Rating.of(12.5)));

        assertThat(rated.standardized(IMPORTANCE)).hasValue(75);
        assertThat(rated.standardized(LEVEL)).as("unknown, not 0").isEmpty();
        assertThat(rated.standardized(new Scale("CXP", "Context", 0, 100)))
                .as("in no category")
                .isEmpty();
    }
}
