package io.github.onet4j;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A task of an occupation (Task Statements) with its ratings (Task Ratings). The most important come first; those
 * without a rating of importance come last; ties by id.
 *
 * @param id the number of the task, which no other task of the release has
 * @param text the task, in words
 * @param type {@code Core} or {@code Supplemental}; null for a task that has not been rated yet
 * @param incumbentsResponding the number of people in the occupation who rated it, or null where that is not released
 * @param date the month the task was last updated in, or null where that is not released
 * @param domainSource the source of the task, for example {@code Incumbent}, or null where that is not released
 * @param ratings its ratings: importance ({@code IM}, 1 to 5), relevance ({@code RT}, percent) and frequency ({@code
 *     FT}, the percentage of each category from 1 to 7); empty if there is none
 */
public record Task(
        int id,
        String text,
        @Nullable String type,
        @Nullable Integer incumbentsResponding,
        @Nullable YearMonth date,
        @Nullable String domainSource,
        Map<RatingKey, Rating> ratings)
        implements Comparable<Task> {
    /** The id of the scale of relevance, in percent. */
    public static final String RELEVANCE = "RT";

    /** The id of the scale of frequency: the percentage of answers in each category. */
    public static final String FREQUENCY = "FT";

    private static final Comparator<Task> ORDER = Comparator.comparingDouble(
                    (Task task) -> -task.importance().orElse(Double.NEGATIVE_INFINITY))
            .thenComparingInt(Task::id);

    /** Copies the ratings, in the order of their keys. */
    public Task {
        Objects.requireNonNull(text, "text");
        ratings = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(ratings, "ratings")));
    }

    /**
     * Returns the importance of the task.
     *
     * @return 1 to 5, or nothing if it is not rated
     */
    public OptionalDouble importance() {
        return optional(getImportance());
    }

    /**
     * Returns the percentage of those asked to whose work the task belongs.
     *
     * @return 0 to 100, or nothing if it is not rated
     */
    public OptionalDouble relevance() {
        return optional(getRelevance());
    }

    private @Nullable Double valueOrNull(RatingKey key) {
        Rating rating = ratings.get(key);
        return rating == null ? null : (Double) rating.value();
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public int compareTo(Task other) {
        return ORDER.compare(this, Objects.requireNonNull(other, "other"));
    }

    /** {@return {@link #date} as text, or null, for serializers} */
    public @Nullable String getDate() {
        return date == null ? null : date.toString();
    }

    /** {@return {@link #importance} or null, for serializers} */
    public @Nullable Double getImportance() {
        return valueOrNull(RatingKey.IMPORTANCE);
    }

    /** {@return {@link #relevance} or null, for serializers} */
    public @Nullable Double getRelevance() {
        return valueOrNull(RatingKey.of(RELEVANCE));
    }

    /** {@return {@link #ratings} by keys as text, for serializers} */
    public Map<String, Rating> getRatings() {
        Map<String, Rating> byKey = new LinkedHashMap<>();
        ratings.forEach((key, rating) -> byKey.put(key.toString(), rating));
        return byKey;
    }

    /** Returns the id and the text. */
    @Override
    public String toString() {
        return id + ": " + text;
    }
}
