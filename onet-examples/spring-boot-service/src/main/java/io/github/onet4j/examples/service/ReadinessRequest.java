package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Domain;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request for a person's readiness. What is unknown is left out. */
@Schema(example = """
                {"target": "15-1211.00", "domain": "SKILLS", "held": [{"code": "15-1251.00", "years": 6}],
                 "known": [{"element_id": "2.A.1.a", "level": 4.5, "standard_deviation": 0.3}],
                 "self_assessed": [{"element_id": "2.B.3.k", "level": 2}], "skipped": ["2.B.4.g"]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadinessRequest(
        @Schema(description = "The target's O*NET-SOC code", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String target,

        @Schema(description = PersonRequest.DOMAIN, implementation = Domain.class, defaultValue = "SKILLS") @Nullable
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
