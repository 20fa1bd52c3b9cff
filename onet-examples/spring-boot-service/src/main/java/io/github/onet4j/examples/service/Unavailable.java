package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that passes, or that an operator has to solve.
 *
 * @param codes the O*NET-SOC codes of the requested occupations, the source first; absent if the address names none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Unavailable(@JsonUnwrapped Problem problem, @Nullable List<String> codes) {}
