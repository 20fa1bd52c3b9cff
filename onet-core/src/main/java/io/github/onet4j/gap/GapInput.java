package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a gap with its ratings.
 *
 * @param elements the rated elements, by element id
 * @param unrated the other elements of the domain
 */
record GapInput(GapSide side, List<RatedElement> elements, List<Element> unrated) {
    static GapInput of(Profile profile) {
        return of(profile, profile.elements(), List.of(), null, List.of());
    }

    /** The ratings with a model's levels, under the coverage of the official ones. */
    static GapInput assessed(Profile assessed) {
        return of(assessed);
    }

    /** A model's levels with the mean importance of related occupations. */
    static GapInput assessed(Profile assessed, RelatedMean importance) {
        List<RatedElement> published = new ArrayList<>(assessed.elements());
        importance
                .ratings()
                .forEach(rated -> published.add(
                        RatedElement.of(rated.element(), rated.importance().orElse(null), null)));
        return of(assessed, published, List.of(), null, importance.occupations());
    }

    static GapInput of(Person person, List<RatedElement> elements, List<Element> unrated) {
        Coverage coverage = unrated.isEmpty() ? Coverage.RATED : Coverage.PARTIAL;
        GapSide side = new GapSide(person.name(), null, coverage, List.of(), null, List.of(), null, null, Set.of());
        return new GapInput(side, elements, unrated);
    }

    /** The mean over related occupations in place of what nobody rated. */
    static GapInput estimate(Profile unrated, RelatedMean mean, NotRelevantPolicy notRelevant) {
        return of(
                unrated.withElements(mean.elements(unrated.domain(), notRelevant)),
                mean.ratings(),
                mean.occupations(),
                RelatedMean.levelError(unrated.domain()),
                mean.occupations());
    }

    /** The ratings with those that they are computed from, where their origins and dates stand. */
    private static GapInput of(
            Profile profile,
            List<RatedElement> published,
            List<Occupation> estimatedFrom,
            @Nullable Double estimateError,
            List<Occupation> importanceFrom) {
        YearMonth oldest = null;
        YearMonth newest = null;
        Set<Origin> origins = new LinkedHashSet<>();
        for (RatedElement rated : published) {
            Rating level = rated.level().orElse(null);
            addOrigin(rated.importance().orElse(null), origins);
            addOrigin(level, origins);
            YearMonth date = level == null ? null : level.date();
            if (date != null) {
                oldest = oldest == null || date.isBefore(oldest) ? date : oldest;
                newest = newest == null || date.isAfter(newest) ? date : newest;
            }
        }
        Occupation occupation = profile.occupation();
        GapSide side = new GapSide(
                occupation.title(),
                occupation.code(),
                profile.coverage(),
                estimatedFrom,
                estimateError,
                importanceFrom,
                oldest,
                newest,
                origins);
        return new GapInput(side, profile.elements(), profile.unratedElements());
    }

    private static void addOrigin(@Nullable Rating rating, Set<Origin> origins) {
        Origin origin = rating == null ? null : rating.origin();
        if (origin != null) {
            origins.add(origin);
        }
    }
}
