package io.github.onet4j.internal;

import io.github.onet4j.OnetException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells which failures of a client are worth another attempt.
 *
 * @param type the client's exception
 * @param mayPass accepts failures that may not happen again
 * @param retryAfter returns the delay that the service asks for
 */
public record RetryPolicy<E extends OnetException>(
        Class<E> type, Predicate<E> mayPass, Function<E, Optional<Duration>> retryAfter) {}
