package io.github.onet4j.examples.assistants;

import io.github.onet4j.ReleaseInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An O*NET release. */
record ReleaseName(
        String version,

        @Schema(description = "Month it was released in; null if unknown") @Nullable
        String date) {
    static ReleaseName of(ReleaseInfo release) {
        return new ReleaseName(release.version(), release.getDate());
    }
}
