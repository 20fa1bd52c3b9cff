package io.github.onet4j.jooq.load;

import io.github.onet4j.jooq.Onet;
import java.util.function.Consumer;

/**
 * How a release is loaded. Immutable; start from {@link #DEFAULTS}.
 *
 * @param activation whether readers see the release once it is loaded; default {@link Activation#AFTER_LOAD}
 * @param rejectedRows what becomes of rows that can't be used; default {@link RejectedRows#FAIL}
 * @param alreadyLoaded what becomes of an archive that is loaded already; default {@link AlreadyLoaded#SKIP}
 * @param progress called on the loading thread every {@value #ROWS_BETWEEN_PROGRESS} rows and at the end of each table; default
 *     does nothing. What it throws ends the load, which then has changed nothing
 */
public record LoadOptions(
        Activation activation,
        RejectedRows rejectedRows,
        AlreadyLoaded alreadyLoaded,
        Consumer<LoadProgress> progress) {
    /** How many rows there are between two calls of {@link #progress}. */
    public static final int ROWS_BETWEEN_PROGRESS = 5000;

    /** Activate after the load, fail on rows that can't be used, skip an archive that is loaded already. */
    public static final LoadOptions DEFAULTS =
            new LoadOptions(Activation.AFTER_LOAD, RejectedRows.FAIL, AlreadyLoaded.SKIP, progress -> {});

    /**
     * Returns these options with another activation.
     *
     * @param activation whether readers see the release once it is loaded
     * @return new options
     */
    public LoadOptions activation(Activation activation) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress);
    }

    /**
     * Returns these options with another answer to rows that can't be used.
     *
     * @param rejectedRows what becomes of them
     * @return new options
     */
    public LoadOptions rejectedRows(RejectedRows rejectedRows) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress);
    }

    /**
     * Returns these options with another answer to an archive that is loaded already.
     *
     * @param alreadyLoaded what becomes of it
     * @return new options
     */
    public LoadOptions alreadyLoaded(AlreadyLoaded alreadyLoaded) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress);
    }

    /**
     * Returns these options with a listener.
     *
     * @param progress called on the loading thread
     * @return new options
     */
    public LoadOptions progress(Consumer<LoadProgress> progress) {
        return new LoadOptions(activation, rejectedRows, alreadyLoaded, progress);
    }

    /** Whether readers see a release once it is loaded. */
    public enum Activation {
        /** Readers see it from the moment that the load ends. */
        AFTER_LOAD,
        /** Readers go on seeing the release that was active, until {@link Onet#activate} is called. */
        LATER
    }

    /** What becomes of rows that can't be used. */
    public enum RejectedRows {
        /** The load reads on, so that all of them can be named, and then fails and changes nothing. */
        FAIL,
        /** They are stored with their reasons in {@code onet_rejected_row}, and the load goes on without them. */
        KEEP_ASIDE
    }

    /** What becomes of an archive that is loaded already, told by its checksum. */
    public enum AlreadyLoaded {
        /** It is not loaded again; with {@link Activation#AFTER_LOAD} it is activated if it is not active. */
        SKIP,
        /** It is loaded once more, beside the first. */
        LOAD_AGAIN
    }
}
