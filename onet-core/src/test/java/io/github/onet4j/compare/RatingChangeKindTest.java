package io.github.onet4j.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Origin;
import io.github.onet4j.Rating;
import io.github.onet4j.compare.RatingChange.Kind;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes two ratings differ, and what doesn't. */
class RatingChangeKindTest {
    private static final YearMonth AUGUST = YearMonth.of(2023, 8);
    private static final Rating RATING = rating(0.1637, 4.4292, 5.0708);

    @Test
    void aRatingOfOneReleaseAloneIsNewlyRatedOrDropped() {
        assertThat(Kind.of(null, RATING)).isEqualTo(Kind.NEWLY_RATED);
        assertThat(Kind.of(RATING, null)).isEqualTo(Kind.DROPPED);
    }

    @Test
    void theSameRatingIsCarriedWhereverItCameFrom() {
        Rating fetched = new Rating(
                4.75,
                8,
                0.1637,
                4.4292,
                5.0708,
                false,
                false,
                AUGUST,
                "Analyst",
                new Origin(Origin.Kind.WEB_SERVICES, "30.1"));
        assertThat(Kind.of(RATING, fetched)).isEqualTo(Kind.CARRIED);
        assertThat(Kind.of(Rating.of(3), Rating.of(3))).as("of no date").isEqualTo(Kind.CARRIED);
    }

    @Test
    void anotherDateMakesItReRatedThoughTheValueStays() {
        Rating later = new Rating(
                4.75, 8, 0.1637, 4.4292, 5.0708, false, false, AUGUST.plusYears(2), "Analyst", RATING.origin());
        Rating undated = new Rating(4.75, 8, 0.1637, 4.4292, 5.0708, false, false, null, "Analyst", RATING.origin());
        assertThat(Kind.of(RATING, later)).isEqualTo(Kind.RE_RATED);
        assertThat(Kind.of(undated, later)).isEqualTo(Kind.RE_RATED);
    }

    @ParameterizedTest
    @CsvSource({
        "4.76, 8, false, false, Analyst",
        "4.75, 9, false, false, Analyst",
        "4.75,  , false, false, Analyst",
        "4.75, 8, true,  false, Analyst",
        "4.75, 8, ,      false, Analyst",
        "4.75, 8, false, true,  Analyst",
        "4.75, 8, false, false, Incumbent"
    })
    void anythingElseOfTheSameDateIsRestated(
            double value,
            @Nullable Integer n,
            @Nullable Boolean suppress,
            @Nullable Boolean notRelevant,
            String source) {
        Rating other = new Rating(value, n, 0.16, 4.43, 5.07, suppress, notRelevant, AUGUST, source, RATING.origin());
        assertThat(Kind.of(RATING, other)).isEqualTo(Kind.RESTATED);
        assertThat(Kind.of(other, RATING)).isEqualTo(Kind.RESTATED);
    }

    @ParameterizedTest
    @CsvSource({
        "0.16, 0.1637, PRECISION",
        "0.17, 0.1637, RESTATED",
        "0.13, 0.1250, PRECISION",
        "0.12, 0.1250, PRECISION",
        "0.13, 0.1249, RESTATED",
        "0.5,  0.5027, PRECISION",
        "0.5,  0.5300, RESTATED",
        "0,    0.0049, PRECISION",
        "0,    0.0051, RESTATED",
        "0.16, 0.16,   CARRIED",
        "0.16, 0.17,   RESTATED",
        "0.1637, 0.1638, RESTATED",
        "0.29, 0.2886, PRECISION",
        ",     0.1637, RESTATED",
        ",     ,       CARRIED"
    })
    void aStandardErrorDiffersInItsDecimalsAloneIfTheLongerRoundsToTheShorter(
            @Nullable Double one, @Nullable Double other, Kind kind) {
        assertThat(Kind.of(rating(one, 4.0, 5.0), rating(other, 4.0, 5.0))).isEqualTo(kind);
        assertThat(Kind.of(rating(other, 4.0, 5.0), rating(one, 4.0, 5.0))).isEqualTo(kind);
    }

    @Test
    void oneFigureThatDoesNotRoundMakesARatingRestated() {
        assertThat(Kind.of(rating(0.16, 4.43, 5.07), RATING)).isEqualTo(Kind.PRECISION);
        assertThat(Kind.of(rating(0.16, 4.43, 5.09), RATING)).isEqualTo(Kind.RESTATED);
        assertThat(Kind.of(rating(0.16, 4.44, 5.07), RATING)).isEqualTo(Kind.RESTATED);
        assertThat(Kind.of(rating(0.18, 4.43, 5.07), RATING)).isEqualTo(Kind.RESTATED);
    }

    private static Rating rating(@Nullable Double standardError, double low, double high) {
        return new Rating(
                4.75,
                8,
                standardError,
                low,
                high,
                false,
                false,
                AUGUST,
                "Analyst",
                new Origin(Origin.Kind.RELEASE, "29.3"));
    }
}
