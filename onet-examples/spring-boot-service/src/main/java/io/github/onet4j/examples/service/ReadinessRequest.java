package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request for a person's readiness. */
record ReadinessRequest(
        @Schema(
                description = "The target's O*NET-SOC code",
                example = "15-1211.00",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String target,

        @Schema(
                description = PersonRequest.DOMAIN,
                allowableValues = {"SKILLS", "KNOWLEDGE", "ABILITIES", "WORK_ACTIVITIES"},
                defaultValue = "SKILLS")
        @Nullable
        String domain,

        @ArraySchema(arraySchema = @Schema(description = PersonRequest.HELD)) @Nullable
        List<@Nullable Held> held,

        @ArraySchema(arraySchema = @Schema(description = PersonRequest.KNOWN)) @Nullable
        List<@Nullable Known> known,

        @ArraySchema(arraySchema = @Schema(description = PersonRequest.SELF_ASSESSED)) @Nullable
        List<@Nullable SelfAssessed> selfAssessed,

        @ArraySchema(arraySchema = @Schema(description = "The ids of the elements not to ask about")) @Nullable
        List<@Nullable String> skipped)
        implements PersonRequest {
    @Override
    public String toString() {
        return "a request for a person's readiness";
    }
}
