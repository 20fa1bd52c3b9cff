package io.github.onet4j.jooq.load;

import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseTable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a load. Immutable. Only onet4j makes reports of real loads; a {@link #builder builder} makes those
 * that tests of a host's {@link io.github.onet4j.jooq.OnetListener listener} need.
 */
public final class LoadReport {
    private final StoredRelease release;
    private final Outcome outcome;
    private final List<FileLoad> files;
    private final @Nullable LoadPath path;
    private final List<ReleaseFile> skippedFiles;
    private final Duration elapsed;
    private final boolean committed;

    private LoadReport(Builder builder) {
        this.release = builder.release;
        this.outcome = builder.outcome;
        this.files = builder.files;
        this.path = builder.path;
        this.skippedFiles = builder.skippedFiles;
        this.elapsed = builder.elapsed;
        this.committed = builder.committed;
    }

    /**
     * Starts a report.
     *
     * @param release the release, as stored in the database
     * @param outcome whether the release was loaded or was there already
     * @return a builder
     */
    public static Builder builder(StoredRelease release, Outcome outcome) {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(outcome, "outcome");
        return new Builder(release, outcome);
    }

    /**
     * Returns the release, as stored in the database.
     *
     * @return the release
     */
    public StoredRelease release() {
        return release;
    }

    /**
     * Returns whether the release was loaded or was there already.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the counts of each file that was read.
     *
     * @return the files, in the order in which they were read; empty if nothing was loaded
     */
    public List<FileLoad> files() {
        return files;
    }

    /**
     * Returns the technique by which the rows were written.
     *
     * @return the technique, or empty if nothing was loaded
     */
    public Optional<LoadPath> path() {
        return Optional.ofNullable(path);
    }

    /**
     * Returns the files that were not read: those that onet4j knows and does not use, and those it does not know.
     *
     * @return the files; empty if nothing was loaded
     */
    public List<ReleaseFile> skippedFiles() {
        return skippedFiles;
    }

    /**
     * Returns the time from the call until the transaction ended, without the refresh of the planner's statistics.
     *
     * @return the time
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Returns whether the load is committed.
     *
     * @return false if it is part of a transaction of the host that the host has yet to commit
     */
    public boolean committed() {
        return committed;
    }

    /**
     * Returns the number of rows that were stored.
     *
     * @return the rows of all files
     */
    public long rowsStored() {
        return files.stream().mapToLong(FileLoad::stored).sum();
    }

    /**
     * Returns the number of rows that were unusable and kept aside.
     *
     * @return the rows of all files
     */
    public long rowsKeptAside() {
        return files.stream().mapToLong(FileLoad::keptAside).sum();
    }

    /** {@return {@link #release}, for serializers} */
    public StoredRelease getRelease() {
        return release;
    }

    /** {@return {@link #outcome}, for serializers} */
    public Outcome getOutcome() {
        return outcome;
    }

    /** {@return {@link #files}, for serializers} */
    public List<FileLoad> getFiles() {
        return files;
    }

    /** {@return {@link #path} or null, for serializers} */
    public @Nullable LoadPath getPath() {
        return path;
    }

    /** {@return {@link #skippedFiles}, for serializers} */
    public List<ReleaseFile> getSkippedFiles() {
        return skippedFiles;
    }

    /** {@return {@link #elapsed} as text, for serializers} */
    public String getElapsed() {
        return elapsed.toString();
    }

    /** {@return {@link #committed}, for serializers} */
    public boolean isCommitted() {
        return committed;
    }

    /** {@return {@link #rowsStored}, for serializers} */
    public long getRowsStored() {
        return rowsStored();
    }

    /** {@return {@link #rowsKeptAside}, for serializers} */
    public long getRowsKeptAside() {
        return rowsKeptAside();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoadReport that
                && release.equals(that.release)
                && outcome == that.outcome
                && files.equals(that.files)
                && path == that.path
                && skippedFiles.equals(that.skippedFiles)
                && elapsed.equals(that.elapsed)
                && committed == that.committed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(release, outcome, files, path, skippedFiles, elapsed, committed);
    }

    @Override
    public String toString() {
        return release + ": " + outcome + ", " + rowsStored() + " rows in " + elapsed.toMillis() + " ms"
                + (committed ? "" : ", not committed yet");
    }

    /** The outcome of a load. */
    public enum Outcome {
        /** The release was loaded. */
        LOADED,
        /** The same archive was loaded before. */
        ALREADY_LOADED
    }

    /**
     * The counts of one file.
     *
     * @param name the file's name
     * @param table the table that it holds
     * @param read the rows that were read
     * @param stored the rows that were stored
     * @param keptAside the unusable rows; {@code read} is {@code stored} and these together
     */
    public record FileLoad(String name, ReleaseTable table, long read, long stored, long keptAside) {
        /** Refuses null. */
        public FileLoad {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(table, "table");
        }
    }

    /** Makes a {@link LoadReport}. For one thread. */
    public static final class Builder {
        private final StoredRelease release;
        private final Outcome outcome;
        private List<FileLoad> files = List.of();
        private @Nullable LoadPath path;
        private List<ReleaseFile> skippedFiles = List.of();
        private Duration elapsed = Duration.ZERO;
        private boolean committed = true;

        private Builder(StoredRelease release, Outcome outcome) {
            this.release = release;
            this.outcome = outcome;
        }

        /**
         * Sets the counts of the files that were read.
         *
         * @param files default is none
         * @return this builder
         */
        public Builder files(List<FileLoad> files) {
            Objects.requireNonNull(files, "files");
            this.files = List.copyOf(files);
            return this;
        }

        /**
         * Sets the technique by which the rows were written.
         *
         * @param path default is none
         * @return this builder
         */
        public Builder path(LoadPath path) {
            this.path = Objects.requireNonNull(path, "path");
            return this;
        }

        /**
         * Sets the files that were not read.
         *
         * @param skippedFiles default is none
         * @return this builder
         */
        public Builder skippedFiles(List<ReleaseFile> skippedFiles) {
            Objects.requireNonNull(skippedFiles, "skippedFiles");
            this.skippedFiles = List.copyOf(skippedFiles);
            return this;
        }

        /**
         * Sets the time that the load took.
         *
         * @param elapsed default is zero
         * @return this builder
         */
        public Builder elapsed(Duration elapsed) {
            this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
            return this;
        }

        /**
         * Sets whether the load is committed.
         *
         * @param committed default is true
         * @return this builder
         */
        public Builder committed(boolean committed) {
            this.committed = committed;
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         */
        public LoadReport build() {
            return new LoadReport(this);
        }
    }
}
