package io.github.onet4j.jooq.load;

import io.github.onet4j.OnetException;
import io.github.onet4j.release.RejectedRow;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A release has rows that can't be used, and the load was not told to go on without them. It has changed nothing. */
public final class LoadRejectedException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    private final long count;
    private final transient List<RejectedRow> rows;

    /**
     * Creates the exception.
     *
     * @param count how many rows can't be used
     * @param rows the first of them
     */
    public LoadRejectedException(long count, List<RejectedRow> rows) {
        super(message(count, rows));
        this.count = count;
        this.rows = List.copyOf(rows);
    }

    /**
     * Returns how many rows can't be used.
     *
     * @return at least 1
     */
    public long count() {
        return count;
    }

    /**
     * Returns the first rows that can't be used, at most 1,000.
     *
     * @return the rows, with file, line, column, value and what was expected
     */
    public List<RejectedRow> rows() {
        return rows;
    }

    private static String message(long count, List<RejectedRow> rows) {
        String named = rows.stream().limit(NAMED).map(RejectedRow::message).collect(Collectors.joining("; "));
        return "nothing was loaded: " + (count == 1 ? "1 row" : count + " rows")
                + " of the release can't be used. To load the others and keep these aside in onet_rejected_row, pass"
                + " LoadOptions.DEFAULTS.rejectedRows(RejectedRows.KEEP_ASIDE). " + named
                + (count > NAMED ? "; and " + (count - NAMED) + " more: see LoadRejectedException.rows()" : "");
    }
}
