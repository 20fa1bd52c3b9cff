package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapSide;
import org.jspecify.annotations.Nullable;

/**
 * One of two compared occupations by code and title.
 *
 * @param code the O*NET-SOC code
 * @param title the title
 * @param estimate where its levels come from if it has no ratings; absent if it has
 */
record SideName(
        String code,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Estimate estimate) {
    static SideName of(GapSide side) {
        return new SideName(side.code().map(OnetSocCode::value).orElseThrow(), side.name(), Estimate.of(side));
    }
}
