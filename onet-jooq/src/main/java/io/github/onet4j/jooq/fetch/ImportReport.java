package io.github.onet4j.jooq.fetch;

import io.github.onet4j.release.RejectedRow;
import java.util.List;

/**
 * What a normalization brought from the answers of O*NET Web Services into the tables of the release.
 *
 * @param fetches how many fetches were normalized
 * @param added rows that the release did not have
 * @param changed rows that replaced an earlier fetched one
 * @param unchanged rows that were there already, from the release or from an earlier fetch, and repeats of a row
 * @param refused rows that could not be used; {@code onet_rejected_row} has all of them with their reasons
 * @param firstRefused the first of these, at most {@value #REFUSED_ROWS_NAMED}
 */
public record ImportReport(
        int fetches, long added, long changed, long unchanged, long refused, List<RejectedRow> firstRefused) {
    /** How many refused rows a report names. */
    public static final int REFUSED_ROWS_NAMED = 100;

    /** Nothing was there to normalize. */
    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, 0, List.of());

    /** Copies the list. */
    public ImportReport {
        firstRefused = List.copyOf(firstRefused);
    }
}
