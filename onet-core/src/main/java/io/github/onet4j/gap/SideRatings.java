package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.internal.RecentCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the ratings that an occupation enters a gap with: O*NET's, a language model's, or an estimate. */
final class SideRatings {
    private static final int ESTIMATED_FROM_AT_MOST = 10;

    private final OnetCatalog catalog;
    private final @Nullable AssessedLevels assessedLevels;
    private final GapOptions options;

    SideRatings(OnetCatalog catalog, @Nullable AssessedLevels assessedLevels, GapOptions options) {
        this.catalog = catalog;
        this.assessedLevels = assessedLevels;
        this.options = options;
    }

    GapInput ofSource(Profile source, Profile target) {
        return isAssessed(source) ? GapInput.assessed(assessed(source)) : official(source, target);
    }

    /** Importance counts on this side only. */
    GapInput ofTarget(Profile target, @Nullable Profile source) {
        return isAssessed(target) ? assessedTarget(target, source) : official(target, source);
    }

    private boolean isAssessed(Profile profile) {
        return switch (options.levels()) {
            case OFFICIAL -> false;
            case ASSESSED -> true;
            case ASSESSED_WHERE_UNRATED -> profile.coverage() == Coverage.UNRATED;
        };
    }

    private GapInput assessedTarget(Profile target, @Nullable Profile source) {
        Profile assessed = assessed(target);
        if (target.coverage() != Coverage.UNRATED) {
            return GapInput.assessed(assessed);
        }
        RelatedMean mean = ratedRelated(target, source);
        return GapInput.assessed(withImportance(assessed, mean), mean);
    }

    private Profile withImportance(Profile assessed, RelatedMean mean) {
        Map<String, RatedElement> means = mean.elements(assessed.domain(), options.notRelevant()).stream()
                .collect(Collectors.toMap(rated -> rated.element().id(), rated -> rated, (a, b) -> a, TreeMap::new));
        List<RatedElement> elements = new ArrayList<>();
        for (RatedElement rated : assessed.elements()) {
            RatedElement ofRelated = means.get(rated.element().id());
            elements.add(RatedElement.of(
                    rated.element(),
                    ofRelated == null ? null : ofRelated.importance().orElse(null),
                    rated.level().orElse(null)));
        }
        return assessed.withElements(elements);
    }

    /** An assessment without a single level would leave everything unknown. */
    private Profile assessed(Profile official) {
        if (assessedLevels == null) {
            throw UnassessedOccupationException.noneAtHand(official);
        }
        return assessedLevels
                .find(official)
                .filter(assessed -> assessed.elements().stream()
                        .anyMatch(rated -> rated.level().isPresent()))
                .map(assessed -> official.withElements(assessed.elements()))
                .orElseThrow(() -> UnassessedOccupationException.notAssessed(official));
    }

    private GapInput official(Profile profile, @Nullable Profile other) {
        if (profile.coverage() != Coverage.UNRATED) {
            return GapInput.of(profile);
        }
        boolean isEstimateWanted = options.unrated() == UnratedPolicy.ESTIMATE;
        if (isEstimateWanted) {
            RelatedMean mean = ratedRelated(profile, other);
            if (!mean.related().isEmpty()) {
                return GapInput.estimate(profile, mean, options.notRelevant());
            }
        }
        List<Occupation> alternatives = alternatives(profile, other);
        throw new UnratedOccupationException(
                profile,
                isEstimateWanted ? null : unratedToo(other),
                alternatives,
                estimate(isEstimateWanted, profile, alternatives));
    }

    /** The other occupation of the question, if it would be refused for the same reason. */
    private @Nullable Occupation unratedToo(@Nullable Profile other) {
        if (other == null || other.coverage() != Coverage.UNRATED || isAssessed(other)) {
            return null;
        }
        return other.occupation();
    }

    /** The other side of the question is no stand-in: the answer would be that the two are alike. */
    private List<Occupation> alternatives(Profile unrated, @Nullable Profile other) {
        return asOf(unrated).ratedAlternatives(unrated.occupation().code(), unrated.domain()).stream()
                .filter(alternative -> !isOther(alternative, other))
                .toList();
    }

    /** Asked without a look at their ratings, for that may have those of unrated ones fetched. */
    private UnratedOccupationException.Estimate estimate(
            boolean wasTried, Profile unrated, List<Occupation> alternatives) {
        if (wasTried) {
            return UnratedOccupationException.Estimate.IMPOSSIBLE;
        }
        OnetSocCode code = unrated.occupation().code();
        boolean isPossible = asOf(unrated).relatedOccupations(code).stream()
                .anyMatch(relation -> alternatives.contains(relation.occupation()));
        return isPossible
                ? UnratedOccupationException.Estimate.OFFERED
                : UnratedOccupationException.Estimate.NOT_OFFERED;
    }

    private OnetCatalog asOf(Profile profile) {
        return catalog instanceof RecentCatalog recent ? recent.asOf(profile) : catalog;
    }

    private RelatedMean ratedRelated(Profile unrated, @Nullable Profile other) {
        return new RelatedMean(related(unrated, other).stream()
                .filter(profile -> !isOther(profile.occupation(), other))
                // Another release may have been activated since the first look; two are never mixed.
                .filter(profile -> profile.release().equals(unrated.release()))
                .filter(profile -> profile.coverage() != Coverage.UNRATED)
                .limit(ESTIMATED_FROM_AT_MOST)
                .toList());
    }

    private List<Profile> related(Profile unrated, @Nullable Profile other) {
        Optional<List<Profile>> known =
                catalog instanceof RecentCatalog recent ? recent.relatedAsOf(unrated) : Optional.empty();
        return known.orElseGet(() -> readRelated(unrated, other));
    }

    /** Without the other side of the question, whose ratings need not be fetched for this. */
    private List<Profile> readRelated(Profile unrated, @Nullable Profile other) {
        List<OnetSocCode> related = catalog
                .relatedOccupations(unrated.occupation().code())
                .stream()
                .map(RelatedOccupation::occupation)
                .filter(occupation -> !isOther(occupation, other))
                .map(Occupation::code)
                .toList();
        return catalog.profiles(unrated.domain(), related);
    }

    private static boolean isOther(Occupation occupation, @Nullable Profile other) {
        return other != null && occupation.equals(other.occupation());
    }
}
