package io.github.onet4j.examples.service;

import io.github.onet4j.ReleaseInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The release that an answer comes from.
 *
 * @param date its month, such as {@code 2025-05}; null if the release does not state it
 * @param sha256 the checksum of its archive
 */
record ReleaseName(
        String version, @Nullable String date, @Nullable String sha256) {
    static ReleaseName of(ReleaseInfo info) {
        return new ReleaseName(info.version(), Objects.toString(info.date(), null), info.sha256());
    }
}
