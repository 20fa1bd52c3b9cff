package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Occupation;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** One side of a gap with its ratings, by element id. */
record GapInput(GapSide side, List<RatedElement> elements) {
    static GapInput of(Profile profile) {
        return of(profile, profile.elements(), profile.elements(), List.of());
    }

    /** The ratings with a model's levels, under the coverage of the official ones. */
    static GapInput assessed(Profile official, List<RatedElement> assessed) {
        return of(official, assessed, assessed, List.of());
    }

    static GapInput of(Person person, List<RatedElement> elements, int elementsInDomain) {
        Coverage coverage = elements.size() == elementsInDomain ? Coverage.RATED : Coverage.PARTIAL;
        GapSide side = new GapSide(person.name(), null, coverage, List.of(), null, null, Set.of());
        return new GapInput(side, elements);
    }

    /** The mean over related occupations, element by element, over those of them that are rated on it. */
    static GapInput estimate(Profile unrated, List<Profile> related, NotRelevantPolicy notRelevant) {
        List<RatedElement> ratings =
                related.stream().flatMap(profile -> profile.elements().stream()).toList();
        Map<String, List<RatedElement>> byElement = new TreeMap<>();
        ratings.forEach(rated -> byElement
                .computeIfAbsent(rated.element().id(), id -> new ArrayList<>())
                .add(rated));
        List<RatedElement> means = byElement.values().stream()
                .map(ratingsOfElement -> mean(ratingsOfElement, notRelevant))
                .toList();
        List<Occupation> estimatedFrom =
                related.stream().map(Profile::occupation).toList();
        return of(unrated, means, ratings, estimatedFrom);
    }

    private static GapInput of(
            Profile profile,
            List<RatedElement> elements,
            List<RatedElement> published,
            List<Occupation> estimatedFrom) {
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
                occupation.title(), occupation.code(), profile.coverage(), estimatedFrom, oldest, newest, origins);
        return new GapInput(side, elements);
    }

    private static void addOrigin(@Nullable Rating rating, Set<Origin> origins) {
        Origin origin = rating == null ? null : rating.origin();
        if (origin != null) {
            origins.add(origin);
        }
    }

    private static RatedElement mean(List<RatedElement> ratings, NotRelevantPolicy notRelevant) {
        return RatedElement.of(
                ratings.get(0).element(),
                mean(ratings, RatedElement::importance, Rating::value),
                mean(ratings, RatedElement::level, level -> GapArithmetic.effectiveLevel(level, notRelevant)));
    }

    private static @Nullable Rating mean(
            List<RatedElement> ratings,
            Function<RatedElement, Optional<Rating>> scale,
            ToDoubleFunction<Rating> value) {
        double sum = 0;
        int count = 0;
        for (RatedElement rated : ratings) {
            Optional<Rating> rating = scale.apply(rated);
            if (rating.isPresent()) {
                sum += value.applyAsDouble(rating.get());
                count++;
            }
        }
        return count == 0 ? null : Rating.of(sum / count);
    }
}
