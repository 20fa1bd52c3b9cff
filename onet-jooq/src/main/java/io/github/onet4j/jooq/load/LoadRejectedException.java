package io.github.onet4j.jooq.load;

import io.github.onet4j.OnetException;
import io.github.onet4j.release.RejectedRow;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A release has unusable rows, and the options do not say to keep them aside. Nothing was loaded. */
public final class LoadRejectedException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    private final long count;
    private final transient List<RejectedRow> rows;

    /**
     * Creates the exception.
     *
     * @param count the number of unusable rows
     * @param rows the first ones
     */
    public LoadRejectedException(long count, List<RejectedRow> rows) {
        super(message(count, Objects.requireNonNull(rows, "rows")));
        this.count = count;
        this.rows = List.copyOf(rows);
    }

    /**
     * Returns the number of unusable rows.
     *
     * @return at least 1
     */
    public long count() {
        return count;
    }

    /**
     * Returns the first unusable rows, at most 1,000.
     *
     * @return the rows, with file, line, column, value and what was expected
     */
    public List<RejectedRow> rows() {
        return rows;
    }

    private static String message(long count, List<RejectedRow> rows) {
        String named = rows.stream().limit(NAMED).map(RejectedRow::message).collect(Collectors.joining("; "));
        return "nothing was loaded: " + (count == 1 ? "1 row of the release is" : count + " rows of the release are")
                + " unusable. To load the others and keep these in onet_rejected_row, pass"
                + " LoadOptions.DEFAULTS.rejectedRows(RejectedRows.KEEP_ASIDE). " + named
                + (count > NAMED ? "; and " + (count - NAMED) + " more: see LoadRejectedException.rows()" : "");
    }
}
