package io.github.onet4j;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One rating of an element for an occupation on one scale, with everything its row says. A null is a value
 * that the row leaves out; it is never replaced by a zero.
 *
 * @param value the mean of the raters' answers, or the level that a language model assigned, on the scale of the rating
 * @param n the number of raters
 * @param standardError the standard error of the value; 0 where all raters agreed
 * @param lowerBound the lower end of the 95 % interval, clipped at the scale's end
 * @param upperBound the upper end of the 95 % interval, clipped at the scale's end
 * @param recommendSuppress true where the publisher recommends not to show the value, for its low precision
 * @param notRelevant true where most raters called the element not relevant; stands on level ratings only
 * @param date the month the rating was last updated in
 * @param domainSource the source of the rating: {@code Analyst}, {@code Incumbent}, {@code Occupational Expert} …
 * @param origin the origin of the row; null for a level that somebody stated or that was computed
 */
public record Rating(
        double value,
        @Nullable Integer n,
        @Nullable Double standardError,
        @Nullable Double lowerBound,
        @Nullable Double upperBound,
        @Nullable Boolean recommendSuppress,
        @Nullable Boolean notRelevant,
        @Nullable YearMonth date,
        @Nullable String domainSource,
        @Nullable Origin origin) {
    /** {@return {@link #date} as text, or null, for serializers} */
    public @Nullable String getDate() {
        return date == null ? null : date.toString();
    }

    /**
     * Creates a rating of which only the value is known, such as a person's own level.
     *
     * @param value the value
     * @return the rating, with null for all else
     */
    public static Rating of(double value) {
        return new Rating(value, null, null, null, null, null, null, null, null, null);
    }
}
