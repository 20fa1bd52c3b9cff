package io.github.onet4j.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * The versions that the service answers with.
 *
 * @param generation the interface that was asked
 * @param databaseVersion the version of O*NET, for example {@code 31.0}; null if the service does not tell
 */
public record ServiceInfo(ApiVersion generation, @Nullable String databaseVersion) {}
