package io.github.onet4j.web;

import org.jspecify.annotations.Nullable;

/**
 * What the service says of itself ({@code about}).
 *
 * @param generation the generation that was asked
 * @param apiVersion the version of its interface, for example {@code 2.0}; null where it does not say
 * @param databaseVersion the version of O*NET that it answers from, for example {@code 31.0}; null where it does not say
 * @param taxonomy the taxonomy that it answers in, for example {@code O*NET-SOC 2019}; null where it does not say
 */
public record ServiceInfo(
        ApiVersion generation,
        @Nullable String apiVersion,
        @Nullable String databaseVersion,
        @Nullable String taxonomy) {}
