package io.github.onet4j.jooq.fetch;

import java.time.Duration;
import java.util.Objects;

/**
 * Options for fetching from O*NET Web Services what the active release lacks. Immutable; start from {@link #DEFAULTS}.
 *
 * @param missMemory the time for which all nodes remember that the service has no such occupation, or no ratings for
 *     it; zero for not at all; default is 24 hours
 * @param failureMemory the time without requests after the service was out of reach, refused the credentials, had
 *     another release, or sent an unusable answer; zero for none; default is 1 minute
 * @param mixedReleases how to treat rows of another O*NET version than that of the active release; default is
 *     {@link MixedReleases#REFUSE}
 */
public record FetchOptions(Duration missMemory, Duration failureMemory, MixedReleases mixedReleases) {
    /** Misses for 24 hours, failures for a minute, no mixed releases. */
    public static final FetchOptions DEFAULTS =
            new FetchOptions(Duration.ofHours(24), Duration.ofMinutes(1), MixedReleases.REFUSE);

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if a time is negative
     */
    public FetchOptions {
        Objects.requireNonNull(missMemory, "missMemory");
        Objects.requireNonNull(failureMemory, "failureMemory");
        Objects.requireNonNull(mixedReleases, "mixedReleases");
        check("missMemory", missMemory);
        check("failureMemory", failureMemory);
    }

    /**
     * Returns these options with another memory of misses.
     *
     * @param missMemory the time for which a miss is remembered; zero for not at all
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public FetchOptions missMemory(Duration missMemory) {
        return new FetchOptions(missMemory, failureMemory, mixedReleases);
    }

    /**
     * Returns these options with another memory of failures.
     *
     * @param failureMemory the time without requests after a failure; zero for none
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public FetchOptions failureMemory(Duration failureMemory) {
        return new FetchOptions(missMemory, failureMemory, mixedReleases);
    }

    /**
     * Returns these options with another treatment of rows of another release.
     *
     * @param mixedReleases how to treat them
     * @return new options
     */
    public FetchOptions mixedReleases(MixedReleases mixedReleases) {
        return new FetchOptions(missMemory, failureMemory, mixedReleases);
    }

    private static void check(String option, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(option + " must not be negative, but was " + time);
        }
    }

    /** The treatment of rows of another O*NET version than that of the active release. */
    public enum MixedReleases {
        /** Does not fetch them; the outcome is {@code MIXED_RELEASE}. */
        REFUSE,
        /** Fetches them and stores them under the active release, marked with their own version. */
        ALLOW
    }
}
