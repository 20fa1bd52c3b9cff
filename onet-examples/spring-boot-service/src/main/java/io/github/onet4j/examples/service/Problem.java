package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem (RFC 9457) of type about:blank, which is not written.
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail what went wrong and how to solve it; absent if the server refuses the request before it is routed
 * @param instance the requested path; absent if the server refuses the request before it is routed
 */
// The records of problems describe bodies in the OpenAPI document; Spring's ProblemDetail writes the actual ones.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        int status,
        String title,
        @Nullable String detail,
        @Nullable String instance) {}
