package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an error in the OpenAPI document. Spring's ProblemDetail writes the actual body. */
@Schema(description = "A problem, RFC 9457")
record Problem(
        @Schema(description = "The HTTP status", example = "409")
        int status,

        @Schema(description = "The status in words", example = "Conflict")
        String title,

        @Schema(description = "What went wrong and how to solve it")
        String detail,

        @Schema(description = "The requested path") String instance,

        @Schema(
                description = "400: the parameter that is wrong, or the place in the body, such as known[0].level;"
                        + " 409: the parameter that asks for an estimate")
        @Nullable
        String parameter,

        @Schema(description = "400: what there is instead of an unknown parameter or property of the body") @Nullable
        List<String> knownParameters,

        @Schema(description = "404, 409: the code of the occupation that is unknown or unrated") @Nullable
        String code,

        @Schema(description = "503: the codes of the requested occupations, the source first; absent if there is none")
        @Nullable
        List<String> codes,

        @Schema(description = "404: occupations of the same minor group") @Nullable
        List<OccupationName> sameMinorGroup,

        @Schema(description = "409: the same question with an estimate; absent if none can be made") @Nullable
        String estimate,

        @Schema(description = "409: occupations that can be compared instead, closest first") @Nullable
        List<OccupationName> ratedAlternatives) {}
