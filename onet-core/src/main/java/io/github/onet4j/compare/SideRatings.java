package io.github.onet4j.compare;

import io.github.onet4j.Coverage;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What two releases rate of one side; a profile is null where its release does not have the occupation. */
record SideRatings(
        Occupation occupation,
        Side side,
        @Nullable Profile earlier,
        @Nullable Profile later) {
    boolean isRatedEarlier() {
        return isRated(earlier);
    }

    boolean isRatedLater() {
        return isRated(later);
    }

    DriftSide driftSide() {
        Presence rated = Presence.of(isRatedEarlier(), isRatedLater());
        boolean isInBoth = rated == Presence.BOTH;
        return new DriftSide(
                occupation,
                rated,
                isInBoth ? without(elements(later), elements(earlier)) : List.of(),
                isInBoth ? without(elements(earlier), elements(later)) : List.of());
    }

    /** The elements that both releases rate, by id. */
    NavigableMap<String, Change<RatedElement>> inBoth() {
        NavigableMap<String, RatedElement> after = elements(later);
        NavigableMap<String, Change<RatedElement>> both = new TreeMap<>();
        elements(earlier).forEach((id, rated) -> {
            RatedElement other = after.get(id);
            if (other != null) {
                both.put(id, new Change<>(rated, other));
            }
        });
        return both;
    }

    private NavigableMap<String, RatedElement> elements(@Nullable Profile profile) {
        NavigableMap<String, RatedElement> elements = new TreeMap<>();
        if (profile != null) {
            for (RatedElement rated : profile.elements()) {
                boolean counts = rated.level().isPresent()
                        && (side == Side.SOURCE || rated.importance().isPresent());
                if (counts) {
                    elements.put(rated.element().id(), rated);
                }
            }
        }
        return elements;
    }

    private static List<Element> without(
            NavigableMap<String, RatedElement> elements, NavigableMap<String, RatedElement> others) {
        return elements.values().stream()
                .map(RatedElement::element)
                .filter(element -> !others.containsKey(element.id()))
                .toList();
    }

    private static boolean isRated(@Nullable Profile profile) {
        return profile != null && profile.coverage() != Coverage.UNRATED;
    }
}
