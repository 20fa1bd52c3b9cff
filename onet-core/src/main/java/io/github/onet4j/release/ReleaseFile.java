package io.github.onet4j.release;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of a release.
 *
 * @param name the file's name, without its folder
 * @param size its size in bytes, unpacked
 * @param status the use that onet4j makes of it
 * @param table the table that it holds, alone or with another file; null if it is not read
 * @param unreadColumns labels of columns that are not read; empty if the file is not
 */
public record ReleaseFile(
        String name, long size, Status status, @Nullable ReleaseTable table, List<String> unreadColumns) {
    /** Copies the list. */
    public ReleaseFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unreadColumns, "unreadColumns");
        unreadColumns = List.copyOf(unreadColumns);
    }

    /** The use that onet4j makes of a file. */
    public enum Status {
        /** It is read and loaded. */
        READ,
        /** It is known to hold no table: the Read Me. */
        KNOWN,
        /** onet4j does not recognize it. */
        UNKNOWN
    }
}
