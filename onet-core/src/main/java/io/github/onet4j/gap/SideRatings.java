package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.internal.RecentCatalog;
import io.github.onet4j.match.Estimate;
import io.github.onet4j.match.NotEstimableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the ratings that an occupation enters a gap with: O*NET's, a language model's, or an estimate. */
final class SideRatings {
    private final OnetCatalog catalog;
    private final KeptEstimates estimates;
    private final @Nullable AssessedLevels assessedLevels;
    private final GapOptions options;

    SideRatings(
            OnetCatalog catalog, KeptEstimates estimates, @Nullable AssessedLevels assessedLevels, GapOptions options) {
        this.catalog = catalog;
        this.estimates = estimates;
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
        try {
            Estimate estimate = estimate(target, source);
            return GapInput.assessed(withImportance(assessed, estimate), estimate);
        } catch (NotEstimableException unknown) {
            return GapInput.assessed(assessed);
        }
    }

    private static Profile withImportance(Profile assessed, Estimate estimate) {
        Map<String, Rating> importances = estimate.elements().stream()
                .collect(Collectors.toMap(each -> each.element().id(), GapInput::importance));
        return assessed.withElements(assessed.elements().stream()
                .map(rated -> RatedElement.of(
                        rated.element(),
                        importances.get(rated.element().id()),
                        rated.level().orElse(null)))
                .toList());
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
        if (options.unrated() == UnratedPolicy.ESTIMATE) {
            try {
                return GapInput.estimate(profile, estimate(profile, other));
            } catch (NotEstimableException e) {
                throw UnratedOccupationException.notEstimable(profile, alternatives(profile, other), e);
            }
        }
        throw UnratedOccupationException.refused(
                profile, unratedToo(other), alternatives(profile, other), canBeEstimated(profile, other));
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

    /** Asked without the ratings, for to read all of them takes a while. */
    private boolean canBeEstimated(Profile unrated, @Nullable Profile other) {
        List<Occupation> rated = asOf(unrated).ratedOccupations(unrated.domain());
        return KeptEstimates.canBeMade(catalog)
                && rated.size() > 1
                && rated.stream().anyMatch(each -> !isOther(each, other));
    }

    private OnetCatalog asOf(Profile profile) {
        return catalog instanceof RecentCatalog recent ? recent.asOf(profile) : catalog;
    }

    /** The other side of the question is left out: the answer would be that the two are alike. */
    private Estimate estimate(Profile unrated, @Nullable Profile other) {
        Set<OnetSocCode> without =
                other == null ? Set.of() : Set.of(other.occupation().code());
        return estimates.of(catalog, unrated).estimate(unrated.occupation().code(), without);
    }

    private static boolean isOther(Occupation occupation, @Nullable Profile other) {
        return other != null && occupation.equals(other.occupation());
    }
}
