package io.github.onet4j.examples.service;

import io.github.onet4j.gap.GapSide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean over related occupations that stands in for an occupation without ratings.
 *
 * @param relatedOccupations the occupations that it is the mean of
 * @param standardError the measured error of each level, on the scale from 0 to 7; null for work activities, where it
 *     was not measured
 */
record Estimate(
        List<OccupationName> relatedOccupations, @Nullable Double standardError) {
    static @Nullable Estimate of(GapSide side) {
        if (!side.isEstimated()) {
            return null;
        }
        return new Estimate(
                side.estimatedFrom().stream().map(OccupationName::of).toList(),
                side.estimateStandardError().isPresent()
                        ? side.estimateStandardError().getAsDouble()
                        : null);
    }
}
