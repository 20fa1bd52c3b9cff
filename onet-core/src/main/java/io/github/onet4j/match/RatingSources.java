package io.github.onet4j.match;

import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the ratings of occupations come from, and the months of their levels. */
final class RatingSources {
    private final Set<Origin> origins = new LinkedHashSet<>();
    private final NavigableSet<YearMonth> months = new TreeSet<>();

    static RatingSources of(Profile profile) {
        RatingSources sources = new RatingSources();
        for (RatedElement rated : profile.elements()) {
            rated.importance().map(Rating::origin).ifPresent(sources.origins::add);
            rated.level().map(Rating::origin).ifPresent(sources.origins::add);
            rated.level().map(Rating::date).ifPresent(sources.months::add);
        }
        return sources;
    }

    void add(RatingSources others) {
        origins.addAll(others.origins);
        months.addAll(others.months);
    }

    Set<Origin> origins() {
        return origins;
    }

    /** Returns null if no level has a date. */
    @Nullable
    YearMonth oldest() {
        return months.isEmpty() ? null : months.first();
    }

    /** Returns null if no level has a date. */
    @Nullable
    YearMonth newest() {
        return months.isEmpty() ? null : months.last();
    }
}
