package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.load.StoredRelease;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The loaded releases, newest load first. */
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
     * One release.
     *
     * @param date its month, such as {@code 2025-05}; null if the release does not state it
     * @param active true for the release that all answers come from
     */
    record Entry(
            String version, @Nullable String date, @Nullable String sha256, Instant loadedAt, boolean active) {
        private static Entry of(StoredRelease release) {
            ReleaseName name = ReleaseName.of(release.info());
            return new Entry(name.version(), name.date(), name.sha256(), release.loadedAt(), release.active());
        }
    }
}
