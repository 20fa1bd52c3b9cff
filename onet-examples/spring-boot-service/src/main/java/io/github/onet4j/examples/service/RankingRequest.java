package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request for occupations that suit a person. */
record RankingRequest(
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

        @Schema(
                description = "The least number of occupations, 1 to 100; those that share the last one's rank follow",
                defaultValue = "20")
        @Nullable
        Integer limit)
        implements PersonRequest {
    @Override
    public String toString() {
        return "a request for occupations for a person";
    }
}
