package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request tells of a person. The classes have the shape of the body, where anything may be missing, and a
 * {@link PersonReader} checks it. None of them shows a figure as text, so that nothing of a person gets into a log.
 * What is unknown is left out.
 */
sealed interface PersonRequest permits ReadinessRequest, RankingRequest {
    String DOMAIN =
            "What the levels are of, SKILLS if absent; in a domain other than skills, the answer's skills are its"
                    + " elements";
    String HELD = "The occupations held, each once";
    String KNOWN = "Levels known from elsewhere, such as a test, each element once";
    String SELF_ASSESSED = "The person's own answers, taken to be off by half a level, each element once";

    @Nullable
    String domain();

    @Nullable
    List<@Nullable Held> held();

    @Nullable
    List<@Nullable Known> known();

    @Nullable
    List<@Nullable SelfAssessed> selfAssessed();

    /** An occupation held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HeldOccupation", description = "An occupation that the person holds or has held")
    record Held(
            @Schema(description = "An O*NET-SOC code", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String code,

            @Schema(description = "How long, in years, above 0; absent if that is unknown") @Nullable
            Double years) {
        @Override
        public String toString() {
            return "an occupation held";
        }
    }

    /** A level known from elsewhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "KnownLevel", description = "A level known from elsewhere, such as a test")
    record Known(
            @Schema(description = "The id of an element of the domain", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String elementId,

            @Schema(
                    description = "The level, 0 to 7",
                    minimum = "0",
                    maximum = "7",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Double level,

            @Schema(
                    description = "How sure it is: the standard deviation of its error, in levels, 0.01 to 7",
                    minimum = "0.01",
                    maximum = "7",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Double standardDeviation) {
        @Override
        public String toString() {
            return "a known level";
        }
    }

    /** An answer of the person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SelfAssessedLevel", description = "An answer of the person to a question")
    record SelfAssessed(
            @Schema(description = "The id of an element of the domain", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String elementId,

            @Schema(
                    description = "The level of the choice, 0 to 7",
                    minimum = "0",
                    maximum = "7",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Double level) {
        @Override
        public String toString() {
            return "a self-assessed level";
        }
    }
}
