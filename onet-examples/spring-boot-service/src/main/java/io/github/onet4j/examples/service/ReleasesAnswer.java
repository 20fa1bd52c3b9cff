package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.load.StoredRelease;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The releases in the database.
 *
 * @param releases newest load first; empty before the first load
 * @param attribution the credit to show wherever the answer is shown; empty if there is no release
 */
record ReleasesAnswer(List<Entry> releases, String attribution) {
    static ReleasesAnswer of(List<StoredRelease> releases) {
        return new ReleasesAnswer(
                releases.stream().map(Entry::of).toList(),
                releases.stream()
                        .map(release -> release.info().attribution())
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /**
     * One loaded release.
     *
     * @param version the version of O*NET, such as {@code 29.3}
     * @param date its month, such as {@code 2025-05}; null if the release does not state it
     * @param sha256 the SHA-256 checksum of its archive, or of its files if it was no archive; null if unknown
     * @param loadedAt when it was loaded
     * @param active true for the release that all answers come from
     */
    @Schema(name = "LoadedRelease")
    record Entry(
            String version, @Nullable String date, @Nullable String sha256, Instant loadedAt, boolean active) {
        private static Entry of(StoredRelease release) {
            ReleaseName name = ReleaseName.of(release.info());
            return new Entry(name.version(), name.date(), name.sha256(), release.loadedAt(), release.active());
        }
    }
}
