package io.github.onet4j;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scale that a rating is on, and its category where the scale has categories. Keys are ordered by scale, then by
 * category.
 *
 * @param scaleId the id of the scale, for example {@code IM}
 * @param category the category, from 1; null for a scale without categories
 */
public record RatingKey(String scaleId, @Nullable Integer category) implements Comparable<RatingKey> {
    /** The key of importance. */
    public static final RatingKey IMPORTANCE = new RatingKey(Scale.IMPORTANCE, null);

    /** The key of levels. */
    public static final RatingKey LEVEL = new RatingKey(Scale.LEVEL, null);

    private static final Comparator<RatingKey> ORDER = Comparator.comparing(RatingKey::scaleId)
            .thenComparing(RatingKey::category, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Refuses null, except where it has a meaning. */
    public RatingKey {
        Objects.requireNonNull(scaleId, "scaleId");
    }

    /**
     * Returns the key of a scale without categories.
     *
     * @param scaleId the id of the scale
     * @return the key
     */
    public static RatingKey of(String scaleId) {
        Objects.requireNonNull(scaleId, "scaleId");
        return switch (scaleId) {
            case Scale.IMPORTANCE -> IMPORTANCE;
            case Scale.LEVEL -> LEVEL;
            default -> new RatingKey(scaleId, null);
        };
    }

    @Override
    public int compareTo(RatingKey other) {
        Objects.requireNonNull(other, "other");
        return ORDER.compare(this, other);
    }

    /** Returns scale and category, for example {@code CXP 3}. */
    @Override
    public String toString() {
        return category == null ? scaleId : scaleId + " " + category;
    }
}
