package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Domain;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request for occupations that suit a person. What is unknown is left out. */
@Schema(example = """
                {"domain": "SKILLS", "held": [{"code": "15-1251.00", "years": 6}],
                 "known": [{"element_id": "2.A.1.a", "level": 4.5, "standard_deviation": 0.3}],
                 "self_assessed": [{"element_id": "2.B.3.k", "level": 2}], "limit": 10}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RankingRequest(
        @Schema(description = PersonRequest.DOMAIN, implementation = Domain.class, defaultValue = "SKILLS") @Nullable
        String domain,

        @ArraySchema(arraySchema = @Schema(description = PersonRequest.HELD)) @Nullable
        List<@Nullable Held> held,

        @ArraySchema(arraySchema = @Schema(description = PersonRequest.KNOWN)) @Nullable
        List<@Nullable Known> known,

        @ArraySchema(arraySchema = @Schema(description = PersonRequest.SELF_ASSESSED)) @Nullable
        List<@Nullable SelfAssessed> selfAssessed,

        @Schema(
                description = "The least number of occupations, 1 to 100; those that share the last one's rank follow",
                minimum = "1",
                maximum = "100",
                defaultValue = "20")
        @Nullable
        Integer limit)
        implements PersonRequest {
    @Override
    public String toString() {
        return "a request for occupations for a person";
    }
}
