package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.match.Estimate;
import io.github.onet4j.match.EstimatedElement;
import io.github.onet4j.match.OccupationWeight;
import java.time.YearMonth;
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
    /** The number of occupations that a side names of those that it is estimated from. */
    private static final int NAMED = 10;

    static GapInput of(Profile profile) {
        return of(profile, Sources.of(profile.elements()), null, List.of());
    }

    /** The ratings with a model's levels, under the coverage of the official ones. */
    static GapInput assessed(Profile assessed) {
        return of(assessed);
    }

    /** A model's levels with the estimated importance. */
    static GapInput assessed(Profile assessed, Estimate importance) {
        Sources sources = Sources.of(assessed.elements());
        sources.origins.addAll(importance.origins());
        return of(assessed, sources, null, heaviest(importance));
    }

    static GapInput of(Person person, List<RatedElement> elements, List<Element> unrated) {
        Coverage coverage = unrated.isEmpty() ? Coverage.RATED : Coverage.PARTIAL;
        GapSide side = new GapSide(person.name(), null, coverage, List.of(), null, List.of(), null, null, Set.of());
        return new GapInput(side, elements, unrated);
    }

    /** An estimate in place of what nobody rated. */
    static GapInput estimate(Profile unrated, Estimate estimate) {
        List<RatedElement> elements = estimate.elements().stream()
                .map(each -> RatedElement.of(each.element(), importance(each), level(each)))
                .toList();
        Sources sources = new Sources(estimate.origins(), estimate.oldestRating(), estimate.newestRating());
        return of(unrated.withElements(elements), sources, estimate, heaviest(estimate));
    }

    private static List<Occupation> heaviest(Estimate estimate) {
        return estimate.madeOf().stream()
                .limit(NAMED)
                .map(OccupationWeight::occupation)
                .toList();
    }

    static Rating importance(EstimatedElement estimated) {
        return rating(estimated.importance(), estimated.importanceStandardError());
    }

    private static Rating level(EstimatedElement estimated) {
        return rating(estimated.level(), estimated.levelStandardError());
    }

    private static Rating rating(double value, double standardError) {
        return new Rating(value, null, standardError, null, null, null, null, null, null, null);
    }

    private static GapInput of(
            Profile profile, Sources sources, @Nullable Estimate estimate, List<Occupation> importanceFrom) {
        GapSide side = new GapSide(
                profile.occupation().title(),
                profile.occupation().code(),
                profile.coverage(),
                estimate == null ? List.of() : heaviest(estimate),
                estimate == null ? null : levelError(estimate),
                importanceFrom,
                sources.oldest,
                sources.newest,
                sources.origins);
        return new GapInput(side, profile.elements(), profile.unratedElements());
    }

    private static double levelError(Estimate estimate) {
        return Math.sqrt(estimate.elements().stream()
                .mapToDouble(each -> each.levelStandardError() * each.levelStandardError())
                .average()
                .orElseThrow());
    }

    /** Where ratings come from, and the months of the oldest and the newest level. */
    private static final class Sources {
        private final Set<Origin> origins;
        private @Nullable YearMonth oldest;
        private @Nullable YearMonth newest;

        Sources(Set<Origin> origins, @Nullable YearMonth oldest, @Nullable YearMonth newest) {
            this.origins = origins;
            this.oldest = oldest;
            this.newest = newest;
        }

        static Sources of(List<RatedElement> ratings) {
            Sources sources = new Sources(new LinkedHashSet<>(), null, null);
            for (RatedElement rated : ratings) {
                Rating level = rated.level().orElse(null);
                sources.addOrigin(rated.importance().orElse(null));
                sources.addOrigin(level);
                sources.addDate(level == null ? null : level.date());
            }
            return sources;
        }

        private void addOrigin(@Nullable Rating rating) {
            Origin origin = rating == null ? null : rating.origin();
            if (origin != null) {
                origins.add(origin);
            }
        }

        private void addDate(@Nullable YearMonth date) {
            if (date != null) {
                oldest = oldest == null || date.isBefore(oldest) ? date : oldest;
                newest = newest == null || date.isAfter(newest) ? date : newest;
            }
        }
    }
}
