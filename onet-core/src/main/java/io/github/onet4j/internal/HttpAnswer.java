package io.github.onet4j.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param status the HTTP status
 * @param body the body, without the secrets of the request
 * @param retryAfter how long {@code Retry-After} asks to wait; null where it does not, or not as HTTP has it
 */
public record HttpAnswer(int status, String body, @Nullable Duration retryAfter) {}
