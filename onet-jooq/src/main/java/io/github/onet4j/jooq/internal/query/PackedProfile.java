package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of one occupation in one domain, in 28 bytes each. Decimals are kept as the database has them, with four
 * digits after the point, so that nothing is lost. Immutable.
 */
final class PackedProfile {
    private static final int DECIMALS = 10_000;
    private static final int NULL = Integer.MIN_VALUE;

    /** Of each rating: element, key, value, number of raters, standard error, bounds; then source and flags. */
    private static final int WIDTH = 7;

    private static final int KEY_BITS = 12;
    private static final int FLAG_BITS = 2;

    private final int[] cells;
    private final RatingKey[] keys;
    private final Source[] sources;

    private PackedProfile(int[] cells, RatingKey[] keys, Source[] sources) {
        this.cells = cells;
        this.keys = keys;
        this.sources = sources;
    }

    /** What most ratings of an occupation have in common. */
    private record Source(
            @Nullable YearMonth date,
            @Nullable String domainSource,
            @Nullable Origin origin) {}

    /** Packs a profile whose elements are among those of its domain, in their order. */
    static PackedProfile of(Profile profile, List<Element> elementsInDomain) {
        List<RatingKey> keys = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        int[] cells = new int
                [WIDTH
                        * profile.elements().stream()
                                .mapToInt(rated -> rated.ratings().size())
                                .sum()];
        int at = 0;
        int element = 0;
        for (RatedElement rated : profile.elements()) {
            while (!elementsInDomain.get(element).equals(rated.element())) {
                element++;
            }
            for (Map.Entry<RatingKey, Rating> entry : rated.ratings().entrySet()) {
                Rating rating = entry.getValue();
                int source = index(sources, new Source(rating.date(), rating.domainSource(), rating.origin()));
                cells[at] = (element << KEY_BITS) | index(keys, entry.getKey());
                cells[at + 1] = packed(rating.value());
                cells[at + 2] = rating.n() == null ? NULL : rating.n();
                cells[at + 3] = packed(rating.standardError());
                cells[at + 4] = packed(rating.lowerBound());
                cells[at + 5] = packed(rating.upperBound());
                cells[at + 6] = (source << (2 * FLAG_BITS))
                        | (packed(rating.recommendSuppress()) << FLAG_BITS)
                        | packed(rating.notRelevant());
                at += WIDTH;
            }
        }
        return new PackedProfile(cells, keys.toArray(RatingKey[]::new), sources.toArray(Source[]::new));
    }

    Profile unpacked(ReferenceData reference, Occupation occupation, Domain domain) {
        List<Element> elementsInDomain = reference.elementList(domain);
        List<RatedElement> rated = new ArrayList<>(cells.length / WIDTH);
        int at = 0;
        while (at < cells.length) {
            int end = at + WIDTH;
            while (end < cells.length && elementAt(end) == elementAt(at)) {
                end += WIDTH;
            }
            rated.add(element(elementsInDomain.get(elementAt(at)), at, end));
            at = end;
        }
        return Profile.of(reference.release().info(), occupation, domain, rated, elementsInDomain);
    }

    /** Returns the level of the element that has a place among those of its domain. */
    Optional<Rating> level(int element) {
        for (int at = 0; at < cells.length && elementAt(at) <= element; at += WIDTH) {
            if (elementAt(at) == element && keyAt(at).equals(RatingKey.LEVEL)) {
                return Optional.of(rating(at));
            }
        }
        return Optional.empty();
    }

    private RatedElement element(Element element, int from, int to) {
        Rating importance = null;
        Rating level = null;
        Map<RatingKey, Rating> others = new TreeMap<>();
        for (int at = from; at < to; at += WIDTH) {
            RatingKey key = keyAt(at);
            if (key.equals(RatingKey.IMPORTANCE)) {
                importance = rating(at);
            } else if (key.equals(RatingKey.LEVEL)) {
                level = rating(at);
            } else {
                others.put(key, rating(at));
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

    private int elementAt(int at) {
        return cells[at] >>> KEY_BITS;
    }

    private RatingKey keyAt(int at) {
        return keys[cells[at] & ((1 << KEY_BITS) - 1)];
    }

    private Rating rating(int at) {
        int last = cells[at + 6];
        Source source = sources[last >>> (2 * FLAG_BITS)];
        return new Rating(
                (double) cells[at + 1] / DECIMALS,
                cells[at + 2] == NULL ? null : (Integer) cells[at + 2],
                decimal(cells[at + 3]),
                decimal(cells[at + 4]),
                decimal(cells[at + 5]),
                flag(last >>> FLAG_BITS),
                flag(last),
                source.date(),
                source.domainSource(),
                source.origin());
    }

    private static <T> int index(List<T> values, T value) {
        int index = values.indexOf(value);
        if (index >= 0) {
            return index;
        }
        values.add(value);
        return values.size() - 1;
    }

    private static int packed(@Nullable Double value) {
        return value == null ? NULL : Math.toIntExact(Math.round(value * DECIMALS));
    }

    private static int packed(@Nullable Boolean flag) {
        if (flag == null) {
            return 0;
        }
        return flag ? 2 : 1;
    }

    private static @Nullable Double decimal(int packed) {
        return packed == NULL ? null : (Double) ((double) packed / DECIMALS);
    }

    private static @Nullable Boolean flag(int bits) {
        int packed = bits & ((1 << FLAG_BITS) - 1);
        return packed == 0 ? null : (Boolean) (packed == 2);
    }
}
