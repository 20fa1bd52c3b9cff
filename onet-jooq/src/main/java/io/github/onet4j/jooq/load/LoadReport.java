package io.github.onet4j.jooq.load;

import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a load did.
 *
 * @param release the release, as it stands in the database
 * @param outcome whether it was loaded, or found there
 * @param files what became of each file that was read; empty where nothing was loaded
 * @param pathOrNull how the rows were brought in, or null where nothing was loaded
 * @param skippedFiles the files that were not read: those that onet4j knows and has no use for, and those it does not know
 * @param elapsed how long it took
 * @param committed whether it is committed; if not, it is part of a transaction of the host's, who has yet to commit it
 */
public record LoadReport(
        StoredRelease release,
        Outcome outcome,
        List<FileLoad> files,
        @Nullable LoadPath pathOrNull,
        List<ReleaseFile> skippedFiles,
        Duration elapsed,
        boolean committed) {
    /** Copies the lists. */
    public LoadReport {
        files = List.copyOf(files);
        skippedFiles = List.copyOf(skippedFiles);
    }

    /**
     * Returns how the rows were brought in.
     *
     * @return the way, or nothing where nothing was loaded
     */
    public Optional<LoadPath> path() {
        return Optional.ofNullable(pathOrNull);
    }

    /**
     * Returns how many rows were stored.
     *
     * @return the rows of all files
     */
    public long rowsStored() {
        return files.stream().mapToLong(FileLoad::stored).sum();
    }

    /**
     * Returns how many rows could not be used and were kept aside.
     *
     * @return the rows of all files
     */
    public long rowsKeptAside() {
        return files.stream().mapToLong(FileLoad::keptAside).sum();
    }

    /** Whether a release was loaded. */
    public enum Outcome {
        /** It was loaded. */
        LOADED,
        /** The same archive was loaded before. */
        ALREADY_LOADED
    }

    /**
     * What became of one file.
     *
     * @param name the file's name
     * @param table the table that it holds
     * @param read the rows that were read
     * @param stored the rows that were stored
     * @param keptAside the rows that could not be used; read is stored and these together
     */
    public record FileLoad(String name, ReleaseTable table, long read, long stored, long keptAside) {}
}
