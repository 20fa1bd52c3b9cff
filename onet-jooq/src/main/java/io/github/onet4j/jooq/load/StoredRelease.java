package io.github.onet4j.jooq.load;

import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.release.Layout;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A loaded release.
 *
 * @param id its number in the database, never reused
 * @param info its version, month and checksum, which is never null
 * @param layout the layout of its files; null if only a newer onet4j knows it
 * @param sourceName the name of the zip or folder it was loaded from
 * @param loadedAt the time of the load
 * @param active true if readers see it
 */
public record StoredRelease(
        int id, ReleaseInfo info, @Nullable Layout layout, String sourceName, Instant loadedAt, boolean active) {
    /** Refuses null, except where it has a meaning. */
    public StoredRelease {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(sourceName, "sourceName");
        Objects.requireNonNull(loadedAt, "loadedAt");
    }

    /** {@return {@link #loadedAt} as text, for serializers} */
    public String getLoadedAt() {
        return loadedAt.toString();
    }

    /** Returns version, number and time, for a log. */
    @Override
    public String toString() {
        return "O*NET " + info.version() + " (release " + id + ", loaded " + loadedAt + (active ? ", active" : "")
                + ")";
    }
}
