package io.github.onet4j.release;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a release.
 *
 * @param name the file's name, without its folder
 * @param size its size in bytes, unpacked
 * @param status what onet4j does with it
 * @param tableOrNull the table that it holds, or null if it is not read
 * @param unreadColumns labels of columns that are not read; empty if the file is not
 */
public record ReleaseFile(
        String name, long size, Status status, @Nullable ReleaseTable tableOrNull, List<String> unreadColumns) {
    /** Copies the list. */
    public ReleaseFile {
        unreadColumns = List.copyOf(unreadColumns);
    }

    /**
     * Returns the table that the file holds, alone or with another file.
     *
     * @return the table, or nothing if the file is not read
     */
    public Optional<ReleaseTable> table() {
        return Optional.ofNullable(tableOrNull);
    }

    /** What onet4j does with a file. */
    public enum Status {
        /** It is read and loaded. */
        READ,
        /** It is one of O*NET's files, but onet4j has no use for it yet. */
        KNOWN,
        /** It is none that onet4j knows. */
        UNKNOWN
    }
}
