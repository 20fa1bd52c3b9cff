package io.github.onet4j.examples.service;

import io.github.onet4j.ReleaseInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The release that an answer comes from.
 *
 * @param version the version of O*NET, such as {@code 29.3}
 * @param date its month, such as {@code 2025-05}; null if the release does not state it
 * @param sha256 the SHA-256 checksum of its archive, or of its files if it was no archive; null if unknown
 */
record ReleaseName(
        String version, @Nullable String date, @Nullable String sha256) {
    static ReleaseName of(ReleaseInfo info) {
        return new ReleaseName(info.version(), Objects.toString(info.date(), null), info.sha256());
    }
}
