package io.github.onet4j.internal;

import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.Scale;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The ratings of one occupation in one domain, put together out of rows that each hold one rating on one scale. */
public final class OccupationRatings {
    private final NavigableMap<String, RatedElement> byElement = new TreeMap<>();

    /**
     * Adds a rating; one on another scale than those of importance and level is passed over.
     *
     * @return false if the element has a rating on this scale already, which then stays
     */
    public boolean add(Element element, String scaleId, Rating rating) {
        RatedElement earlier = byElement.getOrDefault(element.id(), new RatedElement(element, null, null));
        return switch (scaleId) {
            case Scale.IMPORTANCE ->
                earlier.importance() == null && put(new RatedElement(element, rating, earlier.level()));
            case Scale.LEVEL -> earlier.level() == null && put(new RatedElement(element, earlier.importance(), rating));
            default -> true;
        };
    }

    private boolean put(RatedElement rated) {
        byElement.put(rated.element().id(), rated);
        return true;
    }

    /** Returns the elements that have an importance, a level or both, by id. */
    public List<RatedElement> elements() {
        return List.copyOf(byElement.values());
    }
}
