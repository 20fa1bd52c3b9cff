package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The mean over rated occupations that O*NET relates to an unrated one, element by element. */
record RelatedMean(List<Profile> related) {
    /** Returns the means. The standard error of each level is the measured error of such a mean. */
    List<RatedElement> elements(Domain domain, NotRelevantPolicy notRelevant) {
        Map<String, List<RatedElement>> byElement = new TreeMap<>();
        ratings()
                .forEach(rated -> byElement
                        .computeIfAbsent(rated.element().id(), id -> new ArrayList<>())
                        .add(rated));
        return byElement.values().stream()
                .map(ratings -> mean(ratings, levelError(domain), notRelevant))
                .toList();
    }

    /** Returns the published ratings that the means are made of. */
    List<RatedElement> ratings() {
        return related.stream().flatMap(profile -> profile.elements().stream()).toList();
    }

    List<Occupation> occupations() {
        return related.stream().map(Profile::occupation).toList();
    }

    /**
     * The root mean square of the error that this mean makes, leaving one out, over all elements of the occupations
     * that are rated and have rated related ones: of 29.3 in skills and knowledge, of 30.1 in abilities; null where it
     * was not measured.
     */
    static @Nullable Double levelError(Domain domain) {
        return switch (domain) {
            case SKILLS -> 0.455;
            case KNOWLEDGE -> 0.655;
            case ABILITIES -> 0.448;
            default -> null;
        };
    }

    private static RatedElement mean(
            List<RatedElement> ratings, @Nullable Double levelError, NotRelevantPolicy notRelevant) {
        return RatedElement.of(
                ratings.get(0).element(),
                mean(ratings, RatedElement::importance, Rating::value, null),
                mean(
                        ratings,
                        RatedElement::level,
                        level -> GapArithmetic.effectiveLevel(level, notRelevant),
                        levelError));
    }

    private static @Nullable Rating mean(
            List<RatedElement> ratings,
            Function<RatedElement, Optional<Rating>> scale,
            ToDoubleFunction<Rating> value,
            @Nullable Double error) {
        double sum = 0;
        int count = 0;
        for (RatedElement rated : ratings) {
            Optional<Rating> rating = scale.apply(rated);
            if (rating.isPresent()) {
                sum += value.applyAsDouble(rating.get());
                count++;
            }
        }
        return count == 0 ? null : new Rating(sum / count, null, error, null, null, null, null, null, null, null);
    }
}
