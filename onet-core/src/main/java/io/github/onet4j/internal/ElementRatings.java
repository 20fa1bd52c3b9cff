package io.github.onet4j.internal;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.Scale;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ratings of one occupation on one element, collected from rows that each hold a rating on one scale. */
public final class ElementRatings {
    private @Nullable Rating importance;
    private @Nullable Rating level;
    private @Nullable Map<RatingKey, Rating> others;

    /** Tells whether ratings on a scale belong to a domain; the others are ignored. */
    public static boolean isOf(Domain domain, String scaleId) {
        return domain.scales().contains(scaleId);
    }

    /** Adds a rating. Returns false if there is one on this scale already, which then stays. */
    public boolean add(String scaleId, Rating rating) {
        switch (scaleId) {
            case Scale.IMPORTANCE -> {
                if (importance != null) {
                    return false;
                }
                importance = rating;
            }
            case Scale.LEVEL -> {
                if (level != null) {
                    return false;
                }
                level = rating;
            }
            default -> {
                if (others == null) {
                    others = new HashMap<>();
                }
                return others.putIfAbsent(RatingKey.of(scaleId), rating) == null;
            }
        }
        return true;
    }

    /** Returns the element with what has been added. */
    public RatedElement of(Element element) {
        if (others == null) {
            return RatedElement.of(element, importance, level);
        }
        Map<RatingKey, Rating> all = new HashMap<>(others);
        if (importance != null) {
            all.put(RatingKey.IMPORTANCE, importance);
        }
        if (level != null) {
            all.put(RatingKey.LEVEL, level);
        }
        return RatedElement.of(element, all);
    }
}
