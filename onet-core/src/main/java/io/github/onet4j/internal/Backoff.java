package io.github.onet4j.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The delays before a request is sent again: the one that the service asks for, or else {@code firstDelay}, doubled
 * each time, with up to half of it on top at random, so that nodes that failed together spread out.
 *
 * @param retries the number of times to send again
 * @param firstDelay the shortest delay
 * @param maxDelay the longest delay
 */
public record Backoff(int retries, Duration firstDelay, Duration maxDelay) {
    /**
     * Returns the delay before the next attempt.
     *
     * @param attempts the number of attempts so far
     * @param asked the delay that the service asks for
     * @return the delay; empty if there were enough attempts, or the service asks for more than {@code maxDelay}
     */
    public Optional<Duration> delay(int attempts, Optional<Duration> asked) {
        Duration delay = asked.map(this::atLeastTheFirst).orElseGet(() -> doubled(attempts));
        return attempts > retries || delay.compareTo(maxDelay) > 0 ? Optional.empty() : Optional.of(delay);
    }

    private Duration atLeastTheFirst(Duration asked) {
        return asked.compareTo(firstDelay) < 0 ? firstDelay : asked;
    }

    private Duration doubled(int attempts) {
        long doubled = firstDelay.toMillis() << Math.min(attempts - 1, 20);
        long jittered = doubled + ThreadLocalRandom.current().nextLong(doubled / 2 + 1);
        return Duration.ofMillis(Math.min(jittered, maxDelay.toMillis()));
    }
}
