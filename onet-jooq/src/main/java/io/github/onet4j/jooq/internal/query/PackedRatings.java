package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Origin;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ratings of numbered things, such as the elements of a domain or the tasks of an occupation, in 28 bytes each.
 * Decimals are kept as the database has them, with four digits after the point, so that nothing is lost. Immutable.
 */
final class PackedRatings {
    private static final int DECIMALS = 10_000;
    private static final int NULL = Integer.MIN_VALUE;

    /** Of each rating: thing and key, value, number of raters, standard error, bounds; then source and flags. */
    private static final int WIDTH = 7;

    private static final int KEY_BITS = 12;
    private static final int FLAG_BITS = 2;

    private final int[] cells;
    private final RatingKey[] keys;
    private final Source[] sources;

    private PackedRatings(int[] cells, RatingKey[] keys, Source[] sources) {
        this.cells = cells;
        this.keys = keys;
        this.sources = sources;
    }

    /** What most ratings of an occupation have in common. */
    private record Source(
            @Nullable YearMonth date,
            @Nullable String domainSource,
            @Nullable Origin origin) {}

    /** The number of ratings. */
    int size() {
        return cells.length / WIDTH;
    }

    /** The number of the thing that a rating is of. */
    int thing(int i) {
        return cells[i * WIDTH] >>> KEY_BITS;
    }

    RatingKey key(int i) {
        return keys[cells[i * WIDTH] & ((1 << KEY_BITS) - 1)];
    }

    Rating rating(int i) {
        int at = i * WIDTH;
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

    /** The ratings of one thing. */
    Map<RatingKey, Rating> of(int thing) {
        Map<RatingKey, Rating> ratings = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            if (thing(i) == thing) {
                ratings.put(key(i), rating(i));
            }
        }
        return ratings;
    }

    /** Packs ratings. Those of one thing must come together. */
    static final class Builder {
        private final List<RatingKey> keys = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final int[] cells;
        private int at;

        /** Has room for a number of ratings. */
        Builder(int ratings) {
            cells = new int[WIDTH * ratings];
        }

        void add(int thing, Map<RatingKey, Rating> ratings) {
            ratings.forEach((key, rating) -> add(thing, key, rating));
        }

        private void add(int thing, RatingKey key, Rating rating) {
            int source = index(sources, new Source(rating.date(), rating.domainSource(), rating.origin()));
            cells[at] = (thing << KEY_BITS) | index(keys, key);
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

        PackedRatings build() {
            return new PackedRatings(cells, keys.toArray(RatingKey[]::new), sources.toArray(Source[]::new));
        }
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
