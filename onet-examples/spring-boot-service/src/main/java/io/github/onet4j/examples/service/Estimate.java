package io.github.onet4j.examples.service;

import io.github.onet4j.gap.GapSide;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The estimate that stands in for an occupation without ratings.
 *
 * @param occupations the rated occupations that count most in it, ten at most
 * @param standardError the standard error of the levels as one figure, on the scale from 0 to 7; each level has its own
 */
record Estimate(
        List<OccupationName> occupations,
        @Schema(minimum = "0") double standardError) {
    static @Nullable Estimate of(GapSide side) {
        if (!side.isEstimated()) {
            return null;
        }
        return new Estimate(
                side.estimatedFrom().stream().map(OccupationName::of).toList(),
                side.estimateStandardError().orElseThrow());
    }
}
