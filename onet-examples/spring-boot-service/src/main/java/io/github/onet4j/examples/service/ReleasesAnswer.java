package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.load.StoredRelease;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The releases, newest load first. */
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
     * @param date its month, such as {@code 2025-05}; null where the release does not say
     * @param active whether it is the one that all answers come from
     */
    record Entry(
            String version, @Nullable String date, @Nullable String sha256, Instant loadedAt, boolean active) {
        private static Entry of(StoredRelease release) {
            ReleaseName name = ReleaseName.of(release.info());
            return new Entry(name.version(), name.date(), name.sha256(), release.loadedAt(), release.active());
        }
    }
}
