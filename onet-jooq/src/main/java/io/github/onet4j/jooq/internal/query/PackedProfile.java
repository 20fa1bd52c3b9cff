package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ratings of one occupation in one domain, packed by the places of their elements among those of the domain.
 * Immutable.
 */
final class PackedProfile {
    private final PackedRatings ratings;

    private PackedProfile(PackedRatings ratings) {
        this.ratings = ratings;
    }

    /** Packs a profile whose elements are among those of its domain, in their order. */
    static PackedProfile of(Profile profile, List<Element> elementsInDomain) {
        PackedRatings.Builder packed = new PackedRatings.Builder(profile.elements().stream()
                .mapToInt(rated -> rated.ratings().size())
                .sum());
        int element = 0;
        for (RatedElement rated : profile.elements()) {
            while (!elementsInDomain.get(element).equals(rated.element())) {
                element++;
            }
            packed.add(element, rated.ratings());
        }
        return new PackedProfile(packed.build());
    }

    Profile unpacked(ReferenceData reference, Occupation occupation, Domain domain) {
        List<Element> elementsInDomain = reference.elementList(domain);
        List<RatedElement> rated = new ArrayList<>(ratings.size());
        int i = 0;
        while (i < ratings.size()) {
            int end = i + 1;
            while (end < ratings.size() && ratings.thing(end) == ratings.thing(i)) {
                end++;
            }
            rated.add(element(elementsInDomain.get(ratings.thing(i)), i, end));
            i = end;
        }
        return Profile.of(reference.release().info(), occupation, domain, rated, elementsInDomain);
    }

    /** Returns the level of the element that has a place among those of its domain. */
    Optional<Rating> level(int element) {
        for (int i = 0; i < ratings.size() && ratings.thing(i) <= element; i++) {
            if (ratings.thing(i) == element && ratings.key(i).equals(RatingKey.LEVEL)) {
                return Optional.of(ratings.rating(i));
            }
        }
        return Optional.empty();
    }

    private RatedElement element(Element element, int from, int to) {
        Rating importance = null;
        Rating level = null;
        Map<RatingKey, Rating> others = new TreeMap<>();
        for (int i = from; i < to; i++) {
            RatingKey key = ratings.key(i);
            if (key.equals(RatingKey.IMPORTANCE)) {
                importance = ratings.rating(i);
            } else if (key.equals(RatingKey.LEVEL)) {
                level = ratings.rating(i);
            } else {
                others.put(key, ratings.rating(i));
            }
        }
        if (others.isEmpty()) {
            return RatedElement.of(element, importance, level);
        }
        if (importance != null) {
            others.put(RatingKey.IMPORTANCE, importance);
        }
        if (level != null) {
            others.put(RatingKey.LEVEL, level);
        }
        return RatedElement.of(element, others);
    }
}
