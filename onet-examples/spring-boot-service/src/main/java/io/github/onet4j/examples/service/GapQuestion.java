package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.gap.UnratedPolicy;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters and responses that every question about a gap has in the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "from_occupation",
        in = ParameterIn.QUERY,
        description = "The O*NET-SOC code of the source; required unless from is given",
        schema = @Schema(type = "string"),
        example = "15-1251.00")
@Parameter(
        name = "to_occupation",
        in = ParameterIn.QUERY,
        description = "The O*NET-SOC code of the target; required unless to is given",
        schema = @Schema(type = "string"),
        example = "15-1211.00")
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "A short name of from_occupation; if both are given, they must name the same occupation",
        schema = @Schema(type = "string"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "A short name of to_occupation; if both are given, they must name the same occupation",
        schema = @Schema(type = "string"))
@Parameter(
        name = "domain",
        in = ParameterIn.QUERY,
        description = "What to compare; in a domain other than skills, the answer's skills are its elements",
        schema = @Schema(implementation = Domain.class, defaultValue = "SKILLS"))
@Parameter(
        name = GapQuestion.UNRATED,
        in = ParameterIn.QUERY,
        description =
                "What becomes of an occupation without ratings: a problem with status 409, or an estimate from all"
                        + " occupations that are rated",
        schema = @Schema(implementation = UnratedPolicy.class, defaultValue = "REFUSE"))
@ApiResponse(responseCode = "200", description = "The gap", useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "400",
        description = "A parameter is missing, malformed, unknown or repeated, or two spellings contradict each other")
@ApiResponse(responseCode = "404", description = "The release has no such occupation")
@ApiResponse(
        responseCode = "409",
        description = "An occupation has no ratings; the body links to an estimate and to rated alternatives")
@interface GapQuestion {
    String UNRATED = "unrated";
}
