package io.github.onet4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An element with the ratings of one occupation, at most one for each scale and category. Immutable.
 *
 * <p>Nearly all elements are rated on importance and level alone, so these two are fields and the others a map.
 */
public final class RatedElement {
    private final Element element;
    private final @Nullable Rating importance;
    private final @Nullable Rating level;
    private final Map<RatingKey, Rating> others;

    private RatedElement(
            Element element, @Nullable Rating importance, @Nullable Rating level, Map<RatingKey, Rating> others) {
        this.element = element;
        this.importance = importance;
        this.level = level;
        this.others = others;
    }

    /**
     * Creates an element that is rated on importance and level, or on one of them.
     *
     * @param element the element
     * @param importance its rating on the scale {@code IM}, 1 to 5, or null if there is none
     * @param level its rating on the scale {@code LV}, 0 to 7, or null if there is none
     * @return the rated element
     */
    public static RatedElement of(Element element, @Nullable Rating importance, @Nullable Rating level) {
        Objects.requireNonNull(element, "element");
        return new RatedElement(element, importance, level, Map.of());
    }

    /**
     * Creates an element that is rated on any scales.
     *
     * @param element the element
     * @param ratings its ratings, possibly none; copied
     * @return the rated element
     */
    public static RatedElement of(Element element, Map<RatingKey, Rating> ratings) {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(ratings, "ratings");
        TreeMap<RatingKey, Rating> others = new TreeMap<>(ratings);
        Rating importance = others.remove(RatingKey.IMPORTANCE);
        Rating level = others.remove(RatingKey.LEVEL);
        return new RatedElement(
                element, importance, level, others.isEmpty() ? Map.of() : Collections.unmodifiableMap(others));
    }

    /**
     * Returns the element.
     *
     * @return the element
     */
    public Element element() {
        return element;
    }

    /**
     * Returns the rating of importance.
     *
     * @return the rating on the scale {@code IM}, 1 to 5, or nothing if there is none
     */
    public Optional<Rating> importance() {
        return Optional.ofNullable(importance);
    }

    /**
     * Returns the rating of the level.
     *
     * @return the rating on the scale {@code LV}, 0 to 7, or nothing if there is none
     */
    public Optional<Rating> level() {
        return Optional.ofNullable(level);
    }

    /**
     * Returns the rating on a scale without categories.
     *
     * @param scaleId the id of the scale, for example {@code WI}
     * @return the rating, or nothing if there is none
     */
    public Optional<Rating> rating(String scaleId) {
        return rating(RatingKey.of(scaleId));
    }

    /**
     * Returns the rating on a scale and in a category.
     *
     * @param key the scale and the category
     * @return the rating, or nothing if there is none
     */
    public Optional<Rating> rating(RatingKey key) {
        Objects.requireNonNull(key, "key");
        if (key.equals(RatingKey.IMPORTANCE)) {
            return importance();
        }
        return key.equals(RatingKey.LEVEL) ? level() : Optional.ofNullable(others.get(key));
    }

    /**
     * Returns the {@linkplain Scale#standardized standardized} value of the rating on a scale without categories.
     *
     * @param scale one of {@link OnetCatalog#scales}
     * @return 0 to 100, not rounded, or nothing if there is no rating on this scale
     * @throws IllegalArgumentException if the rating is not on this scale
     */
    public OptionalDouble standardized(Scale scale) {
        Objects.requireNonNull(scale, "scale");
        return rating(scale.id()).stream()
                .mapToDouble(rating -> scale.standardized(rating.value()))
                .findFirst();
    }

    /**
     * Returns all ratings.
     *
     * @return the ratings by scale and category, in the order of their keys; empty if there is none
     */
    public Map<RatingKey, Rating> ratings() {
        Map<RatingKey, Rating> ratings = new TreeMap<>(others);
        importance().ifPresent(rating -> ratings.put(RatingKey.IMPORTANCE, rating));
        level().ifPresent(rating -> ratings.put(RatingKey.LEVEL, rating));
        return Collections.unmodifiableMap(ratings);
    }

    /** Tells whether there is a rating on a scale, in whatever category. */
    boolean isRatedOn(String scaleId) {
        return rating(scaleId).isPresent()
                || others.keySet().stream().anyMatch(key -> key.scaleId().equals(scaleId));
    }

    /** Tells whether the element has a rating on every scale that its domain uses in one release. */
    boolean isComplete() {
        // The rule of most domains, at no cost.
        return (importance != null && level != null) || element.domain().isComplete(this);
    }

    /** {@return {@link #element}, for serializers} */
    public Element getElement() {
        return element;
    }

    /** {@return {@link #ratings} by keys as text, importance and level among them, for serializers} */
    public Map<String, Rating> getRatings() {
        Map<String, Rating> byKey = new LinkedHashMap<>();
        ratings().forEach((key, rating) -> byKey.put(key.toString(), rating));
        return byKey;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatedElement that
                && element.equals(that.element)
                && Objects.equals(importance, that.importance)
                && Objects.equals(level, that.level)
                && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(element, importance, level, others);
    }

    /** Returns the element and its values, for example {@code Programming (2.B.3.e): IM 3.25, LV 4.88}. */
    @Override
    public String toString() {
        return ratings().entrySet().stream()
                .map(rating -> rating.getKey() + " " + rating.getValue().value())
                .collect(Collectors.joining(", ", element + ": ", ""));
    }
}
