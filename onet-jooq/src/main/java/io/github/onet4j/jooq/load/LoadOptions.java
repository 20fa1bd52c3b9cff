package io.github.onet4j.jooq.load;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.ReleaseTable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Options for loading a release. Immutable; start from {@link #DEFAULTS}.
 *
 * @param activation when readers see the release; default {@link Activation#AFTER_LOAD}
 * @param rejectedRows how to treat unusable rows; default {@link RejectedRows#FAIL}
 * @param alreadyLoaded how to treat an archive that is already loaded; default {@link AlreadyLoaded#SKIP}
 * @param progress receives the progress, on the loading thread, every {@value #ROWS_BETWEEN_PROGRESS} rows and at the
 *     end of each table; default does nothing. An exception that it throws ends the load and undoes it
 * @param tables the tables to load; default all. Those that they refer to are added. A table that the release lacks is
 *     passed over, unless it is {@linkplain ReleaseTable#isRequired() required}
 */
public record LoadOptions(
        Activation activation,
        RejectedRows rejectedRows,
        AlreadyLoaded alreadyLoaded,
        Consumer<LoadProgress> progress,
        Set<ReleaseTable> tables) {
    /** The number of rows between two calls of {@link #progress}. */
    public static final int ROWS_BETWEEN_PROGRESS = 5000;

    /** Activates the release after the load, fails on unusable rows, and skips an archive that is already loaded. */
    public static final LoadOptions DEFAULTS = new LoadOptions(
            Activation.AFTER_LOAD,
            RejectedRows.FAIL,
            AlreadyLoaded.SKIP,
            progress -> {},
            EnumSet.allOf(ReleaseTable.class));

    /** Copies the tables, and adds those that they refer to and the occupations. */
    public LoadOptions {
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(rejectedRows, "rejectedRows");
        Objects.requireNonNull(alreadyLoaded, "alreadyLoaded");
        Objects.requireNonNull(progress, "progress");
        tables = withReferences(Objects.requireNonNull(tables, "tables"));
    }

    /**
     * Returns these options with another activation.
     *
     * @param activation when readers see the release
     * @return new options
     */
    public LoadOptions activation(Activation activation) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress, tables);
    }

    /**
     * Returns these options with another treatment of unusable rows.
     *
     * @param rejectedRows how to treat them
     * @return new options
     */
    public LoadOptions rejectedRows(RejectedRows rejectedRows) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress, tables);
    }

    /**
     * Returns these options with another treatment of an archive that is already loaded.
     *
     * @param alreadyLoaded how to treat it
     * @return new options
     */
    public LoadOptions alreadyLoaded(AlreadyLoaded alreadyLoaded) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress, tables);
    }

    /**
     * Returns these options with a receiver of progress.
     *
     * @param progress receives the progress, on the loading thread
     * @return new options
     */
    public LoadOptions progress(Consumer<LoadProgress> progress) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress, tables);
    }

    /**
     * Returns these options with other tables to load, for a host that wants some only, or a release without skills.
     *
     * @param tables the tables, with which those are loaded that they refer to
     * @return new options
     */
    public LoadOptions tables(ReleaseTable... tables) {
        List<ReleaseTable> named = List.of(Objects.requireNonNull(tables, "tables"));
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress, Set.copyOf(named));
    }

    private static Set<ReleaseTable> withReferences(Set<ReleaseTable> tables) {
        Set<ReleaseTable> all = EnumSet.of(ReleaseTable.OCCUPATION_DATA);
        for (ReleaseTable table : tables) {
            all.add(table);
            all.addAll(table.references());
        }
        return Collections.unmodifiableSet(all);
    }

    /** The time from which readers see a loaded release. */
    public enum Activation {
        /** Readers see the release as soon as the load ends. */
        AFTER_LOAD,
        /** Readers keep seeing the active release until {@link Onet#activate} is called. */
        LATER
    }

    /** The treatment of unusable rows. */
    public enum RejectedRows {
        /** The load reads all files to name all unusable rows, then fails and changes nothing. */
        FAIL,
        /** The load stores them with their reasons in {@code onet_rejected_row} and continues. */
        KEEP_ASIDE
    }

    /** The treatment of an archive that is already loaded with all tables to load. Its checksum tells. */
    public enum AlreadyLoaded {
        /** Keeps the loaded release; {@link Activation#AFTER_LOAD} activates it if it is not active. */
        SKIP,
        /** Loads the archive again, beside the loaded release. */
        LOAD_AGAIN
    }
}
