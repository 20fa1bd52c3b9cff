package io.github.onet4j.examples.assistants;

import io.github.onet4j.Occupation;
import io.swagger.v3.oas.annotations.media.Schema;

/** An occupation. */
record OccupationName(
        @Schema(description = "O*NET-SOC code") String code, String title) {
    static OccupationName of(Occupation occupation) {
        return new OccupationName(occupation.code().value(), occupation.title());
    }
}
