package io.github.onet4j.compare;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Joins the ratings of a domain in two releases by code, element id and key. */
final class RatingJoin {
    private final ComparedCatalog earlier;
    private final ComparedCatalog later;
    private final Domain domain;
    private final Presence presence;
    private final Map<RatingChange.Kind, Integer> counts = new EnumMap<>(RatingChange.Kind.class);
    private final List<RatingChange> changes = new ArrayList<>();
    private final SortedSet<String> retrievedOf = new TreeSet<>();

    RatingJoin(ComparedCatalog earlier, ComparedCatalog later, Domain domain) {
        this.earlier = earlier;
        this.later = later;
        this.domain = domain;
        this.presence = Presence.of(earlier.has(domain), later.has(domain));
        for (RatingChange.Kind kind : RatingChange.Kind.values()) {
            counts.put(kind, 0);
        }
    }

    RatingChanges changes() {
        NavigableMap<OnetSocCode, Profile> before = new TreeMap<>();
        NavigableMap<OnetSocCode, Profile> after = new TreeMap<>();
        if (presence == Presence.BOTH) {
            before.putAll(earlier.profiles(domain));
            after.putAll(later.profiles(domain));
        }
        SortedSet<OnetSocCode> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        codes.forEach(code -> join(before.get(code), after.get(code)));
        return new RatingChanges(
                domain, presence, counts, changes, onlyIn(after, before), onlyIn(before, after), attribution());
    }

    private void join(@Nullable Profile before, @Nullable Profile after) {
        Map<String, RatedElement> elementsBefore = byId(before);
        Map<String, RatedElement> elementsAfter = byId(after);
        SortedSet<String> ids = new TreeSet<>(elementsBefore.keySet());
        ids.addAll(elementsAfter.keySet());
        Occupation occupation = newest(before, after).occupation();
        ids.forEach(id -> join(occupation, elementsBefore.get(id), elementsAfter.get(id)));
    }

    private void join(Occupation occupation, @Nullable RatedElement before, @Nullable RatedElement after) {
        Map<RatingKey, Rating> ratingsBefore = before == null ? Map.of() : before.ratings();
        Map<RatingKey, Rating> ratingsAfter = after == null ? Map.of() : after.ratings();
        SortedSet<RatingKey> keys = new TreeSet<>(ratingsBefore.keySet());
        keys.addAll(ratingsAfter.keySet());
        Element element = newest(before, after).element();
        for (RatingKey key : keys) {
            add(occupation, element, key, ratingsBefore.get(key), ratingsAfter.get(key));
        }
    }

    private void add(
            Occupation occupation, Element element, RatingKey key, @Nullable Rating before, @Nullable Rating after) {
        RatingChange.Kind kind = RatingChange.Kind.of(before, after);
        counts.merge(kind, 1, Integer::sum);
        if (kind != RatingChange.Kind.CARRIED) {
            changes.add(new RatingChange(occupation, element, key, kind, before, after));
        }
        addOrigin(before);
        addOrigin(after);
    }

    private void addOrigin(@Nullable Rating rating) {
        Origin origin = rating == null ? null : rating.origin();
        if (origin != null && origin.kind() == Origin.Kind.WEB_SERVICES) {
            retrievedOf.add(origin.version());
        }
    }

    private String attribution() {
        String both = ComparedCatalog.attribution(
                earlier.release().attribution(), later.release().attribution());
        return retrievedOf.isEmpty()
                ? both
                : both + " Some ratings were retrieved from O*NET Web Services (https://services.onetcenter.org/), of"
                        + " O*NET " + String.join(" and O*NET ", retrievedOf) + ".";
    }

    private static List<Occupation> onlyIn(Map<OnetSocCode, Profile> profiles, Map<OnetSocCode, Profile> others) {
        return profiles.values().stream()
                .map(Profile::occupation)
                .filter(occupation -> !others.containsKey(occupation.code()))
                .toList();
    }

    private static Map<String, RatedElement> byId(@Nullable Profile profile) {
        Map<String, RatedElement> byId = new HashMap<>();
        if (profile != null) {
            profile.elements().forEach(rated -> byId.put(rated.element().id(), rated));
        }
        return byId;
    }

    private static <T> T newest(@Nullable T before, @Nullable T after) {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("neither release has it");
    }
}
