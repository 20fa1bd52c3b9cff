package io.github.onet4j.jooq.fetch;

import io.github.onet4j.release.RejectedRow;
import java.util.List;
import java.util.Objects;

/**
 * Counts of the rows that a run has imported from the answers of O*NET Web Services into the tables of the release.
 *
 * @param fetches the number of answers
 * @param added the rows that the release lacked
 * @param changed the rows that replaced an earlier fetched row
 * @param unchanged the rows that the release had already, from its files or an earlier fetch, and repeated rows
 * @param refused the unusable rows; {@code onet_rejected_row} has all of them with their reasons
 * @param firstRefused the first unusable rows, at most {@value #REFUSED_ROWS_NAMED}
 */
public record ImportReport(
        int fetches, long added, long changed, long unchanged, long refused, List<RejectedRow> firstRefused) {
    /** The number of unusable rows that a report names. */
    public static final int REFUSED_ROWS_NAMED = 100;

    /** The report of a run that found no answers to import. */
    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, 0, List.of());

    /** Copies the list. */
    public ImportReport {
        Objects.requireNonNull(firstRefused, "firstRefused");
        firstRefused = List.copyOf(firstRefused);
    }
}
