package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem with an occupation that has no ratings, or not all that the answer needs, or with a domain that the release
 * lacks.
 *
 * @param code the O*NET-SOC code of the unrated occupation; absent if the question is not about one
 * @param parameter the parameter that asks for an estimate; absent if none can be made
 * @param estimate the same question with an estimate, relative to the service's root; absent if none can be made
 * @param ratedAlternatives rated occupations to ask about instead, closest first; absent if {@code code} is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnratedOccupation(
        @JsonUnwrapped Problem problem,
        @Nullable String code,
        @Nullable String parameter,
        @Nullable String estimate,
        @Nullable List<OccupationName> ratedAlternatives) {}
