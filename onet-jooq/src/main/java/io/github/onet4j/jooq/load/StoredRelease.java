package io.github.onet4j.jooq.load;

import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.release.Layout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release that is loaded whole in the database.
 *
 * @param id its number in the database, never used twice
 * @param info which release it is; its checksum is never null
 * @param layout the layout of the files it was loaded from; null if only a newer onet4j knows it
 * @param sourceName the name of the zip or folder it was loaded from
 * @param loadedAt when it was loaded
 * @param active whether it is the one that readers see
 */
public record StoredRelease(
        int id, ReleaseInfo info, @Nullable Layout layout, String sourceName, Instant loadedAt, boolean active) {
    /** Returns version, number and time, for a log. */
    @Override
    public String toString() {
        return "O*NET " + info.version() + " (release " + id + ", loaded " + loadedAt + (active ? ", active" : "")
                + ")";
    }
}
