package io.github.onet4j.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table, whose first column names what a row is about.
 *
 * @param caption what the rows are, and in which order
 * @param columns the columns
 * @param rows a cell for each column
 * @param more what to say of the rows that are not shown, given the number of those that are; null if all are shown
 * @param chart the levels in the table as a chart; null if there are none
 */
record Table(
        String caption,
        List<Column> columns,
        List<List<String>> rows,
        @Nullable IntFunction<String> more,
        @Nullable LevelChart chart)
        implements Part {
    /** Returns a table whose rows are all shown, however many. */
    static Table whole(String caption, List<Column> columns, List<List<String>> rows) {
        return new Table(caption, columns, rows, null, null);
    }

    /** Returns a table of which the first rows are shown. */
    static Table listing(String caption, List<Column> columns, List<List<String>> rows) {
        return new Table(caption, columns, rows, shown -> "and " + (rows.size() - shown) + " more", null);
    }

    /** Returns the rows to show. */
    List<List<String>> first(int limit) {
        return isCutAt(limit) ? rows.subList(0, limit) : rows;
    }

    /** Returns what to say of the rows that are not shown, if there are any. */
    Optional<String> rest(int limit) {
        return more != null && isCutAt(limit) ? Optional.of(more.apply(limit)) : Optional.empty();
    }

    private boolean isCutAt(int limit) {
        return more != null && rows.size() > limit;
    }

    /**
     * A column.
     *
     * @param header its header
     * @param isNumber whether its cells are numbers, which stand to the right
     * @param wraps whether its cells may take several lines
     */
    record Column(String header, boolean isNumber, boolean wraps) {
        static Column text(String header) {
            return new Column(header, false, true);
        }

        static Column code() {
            return new Column("code", false, false);
        }

        static Column number(String header) {
            return new Column(header, true, false);
        }
    }
}
