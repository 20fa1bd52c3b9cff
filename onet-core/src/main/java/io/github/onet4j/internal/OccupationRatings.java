package io.github.onet4j.internal;

import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The ratings of one occupation in one domain, collected from rows that each hold one rating. */
public final class OccupationRatings {
    private final NavigableMap<String, Entry> byElement = new TreeMap<>();

    /** Adds a rating. Returns false if the element has one of this key already, which then stays. */
    public boolean add(Element element, RatingKey key, Rating rating) {
        return byElement
                .computeIfAbsent(element.id(), id -> new Entry(element, new ElementRatings()))
                .ratings()
                .add(key, rating);
    }

    /** Returns the elements that have a rating, by id. */
    public List<RatedElement> elements() {
        return byElement.values().stream()
                .map(entry -> entry.ratings().of(entry.element()))
                .toList();
    }

    private record Entry(Element element, ElementRatings ratings) {}
}
