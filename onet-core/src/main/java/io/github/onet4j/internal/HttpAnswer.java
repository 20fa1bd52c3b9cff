package io.github.onet4j.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP response.
 *
 * @param status the HTTP status
 * @param body the body, with the secrets of the request removed
 * @param retryAfter the delay that {@code Retry-After} asks for; null if the header is missing or malformed
 */
public record HttpAnswer(int status, String body, @Nullable Duration retryAfter) {}
