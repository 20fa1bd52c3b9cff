package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a request that can't be meant.
 *
 * @param parameter the wrong parameter, or the place in the body, such as {@code known[0].level}; absent where none
 *     can be named, as if the whole query or body can't be read
 * @param knownParameters the parameters of the endpoint, or the properties at that place in the body; absent unless
 *     {@code parameter} is none of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefusedRequest(
        @JsonUnwrapped Problem problem,
        @Nullable String parameter,
        @Nullable List<String> knownParameters) {}
