package io.github.onet4j.jooq.load;

import io.github.onet4j.release.ReleaseTable;
import java.util.Objects;

/**
 * The progress of a load.
 *
 * @param table the table that is being loaded
 * @param rows the number of its rows that have been read
 * @param bytes the number of bytes of all files that have been read, unpacked
 * @param bytesTotal the size of all files that are loaded, unpacked, in bytes; at least 1
 */
public record LoadProgress(ReleaseTable table, long rows, long bytes, long bytesTotal) {
    /** Refuses null. */
    public LoadProgress {
        Objects.requireNonNull(table, "table");
    }
}
