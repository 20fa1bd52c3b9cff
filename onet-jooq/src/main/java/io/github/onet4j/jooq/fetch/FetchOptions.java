package io.github.onet4j.jooq.fetch;

import java.time.Duration;

/**
 * How O*NET Web Services are asked for what the active release lacks. Immutable; start from {@link #DEFAULTS}.
 *
 * @param missMemory how long it is remembered, for all nodes, that the service has no such occupation or no ratings for it;
 *     default is 24 hours
 * @param failureMemory how long the service is left alone after it could not be asked, refused the credentials, had another
 *     release or answered what can't be used; default is 1 minute
 * @param mixedReleases what becomes of rows of another O*NET version than the active release's; default is
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
        check("missMemory", missMemory);
        check("failureMemory", failureMemory);
    }

    /**
     * Returns these options with another memory of misses.
     *
     * @param missMemory how long a miss is remembered; zero for not at all
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public FetchOptions missMemory(Duration missMemory) {
        return new FetchOptions(missMemory, failureMemory, mixedReleases);
    }

    /**
     * Returns these options with another memory of failures.
     *
     * @param failureMemory how long the service is left alone after a failure; zero for not at all
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public FetchOptions failureMemory(Duration failureMemory) {
        return new FetchOptions(missMemory, failureMemory, mixedReleases);
    }

    /**
     * Returns these options with another answer to rows of another release.
     *
     * @param mixedReleases what becomes of them
     * @return new options
     */
    public FetchOptions mixedReleases(MixedReleases mixedReleases) {
        return new FetchOptions(missMemory, failureMemory, mixedReleases);
    }

    private static void check(String option, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(option + " is " + time + ", none below zero is expected");
        }
    }

    /** What becomes of rows of another O*NET version than the active release's. */
    public enum MixedReleases {
        /** They are not fetched; the answer is {@code MIXED_RELEASE}. */
        REFUSE,
        /** They are fetched and stored under the active release, marked with the version that they come from. */
        ALLOW
    }
}
