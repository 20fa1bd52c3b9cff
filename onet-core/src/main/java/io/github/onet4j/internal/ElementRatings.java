package io.github.onet4j.internal;

import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ratings of one occupation on one element, collected from rows that each hold one rating. */
public final class ElementRatings {
    private @Nullable Rating importance;
    private @Nullable Rating level;
    private @Nullable Map<RatingKey, Rating> others;

    /** Adds a rating. Returns false if there is one of this key already, which then stays. */
    public boolean add(RatingKey key, Rating rating) {
        if (key.equals(RatingKey.IMPORTANCE)) {
            if (importance != null) {
                return false;
            }
            importance = rating;
        } else if (key.equals(RatingKey.LEVEL)) {
            if (level != null) {
                return false;
            }
            level = rating;
        } else {
            if (others == null) {
                others = new HashMap<>();
            }
            return others.putIfAbsent(key, rating) == null;
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
