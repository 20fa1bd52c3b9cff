package io.github.onet4j.release;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table, streamed out of its file or files. Close it to close the file it stands in. For one thread.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link ReleaseFormatException} if reading cannot continue.
 */
public final class ReleaseRows implements Iterator<ReleaseRow>, Closeable {
    private final ReleaseFolder folder;
    private final ReleaseTable table;
    private final Iterator<ReleaseFolder.Entry> entries;
    private final Function<ReleaseRow, @Nullable RejectedRow> check;
    private final Consumer<RejectedRow> rejected;
    private @Nullable RowFile file;
    private @Nullable ReleaseRow next;
    private int number;
    private long bytesOfFinishedFiles;
    private long rowsRead;
    private boolean closed;

    ReleaseRows(
            ReleaseFolder folder,
            ReleaseTable table,
            List<ReleaseFolder.Entry> entries,
            Function<ReleaseRow, @Nullable RejectedRow> check,
            Consumer<RejectedRow> rejected) {
        this.folder = folder;
        this.table = table;
        this.entries = entries.iterator();
        this.check = check;
        this.rejected = rejected;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (file == null) {
                if (closed || !entries.hasNext()) {
                    return false;
                }
                file = RowFile.open(folder, entries.next(), table);
                file.requireColumns();
                number = 0;
            }
            CSVRecord csvRecord = file.next();
            if (csvRecord == null) {
                closeFile();
            } else {
                number++;
                rowsRead++;
                next = read(file, csvRecord);
            }
        }
        return true;
    }

    @Override
    public ReleaseRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more rows of " + table);
        }
        ReleaseRow row = next;
        next = null;
        return row;
    }

    /**
     * Returns how many rows have been read, the rejected ones among them.
     *
     * @return the rows so far
     */
    public long rowsRead() {
        return rowsRead;
    }

    /**
     * Returns how many bytes of the table's files have been read, unpacked.
     *
     * @return the bytes so far
     */
    public long bytesRead() {
        return bytesOfFinishedFiles + (file == null ? 0 : file.bytesRead());
    }

    /** Closes the file; there are no more rows then. */
    @Override
    public void close() {
        closed = true;
        next = null;
        closeFile();
    }

    private void closeFile() {
        if (file != null) {
            bytesOfFinishedFiles += file.bytesRead();
            file.close();
            file = null;
        }
    }

    private @Nullable ReleaseRow read(RowFile from, CSVRecord csvRecord) {
        if (csvRecord.size() != from.fieldsInHeader()) {
            return reject(from, csvRecord, null, null, expectedFields(from, csvRecord));
        }
        @Nullable
        String[] values = new @Nullable String[table.description().uses().size()];
        int wrong = Values.fill(table, values, index -> from.value(csvRecord, index));
        if (wrong >= 0) {
            ReleaseColumn column = table.description().uses().get(wrong).column();
            return reject(from, csvRecord, column.label(), from.value(csvRecord, wrong), Values.expected(column));
        }
        return checked(from, csvRecord, new ReleaseRow(table, from.name(), from.line(), number, values));
    }

    private static String expectedFields(RowFile from, CSVRecord csvRecord) {
        String expected = from.fieldsInHeader() + " fields as in the header, not " + csvRecord.size();
        return from.lastLine() == from.line()
                ? expected
                : expected + "; the row reaches to line " + from.lastLine() + ", so a quote may be missing its pair";
    }

    private @Nullable ReleaseRow checked(RowFile from, CSVRecord csvRecord, ReleaseRow row) {
        RejectedRow problem = check.apply(row);
        return problem == null ? row : reject(from, csvRecord, problem.column(), problem.value(), problem.expected());
    }

    private @Nullable ReleaseRow reject(
            RowFile from, CSVRecord csvRecord, @Nullable String column, @Nullable String value, String expected) {
        rejected.accept(new RejectedRow(
                from.name(), from.line(), column, value, expected, String.join("\t", csvRecord.toList())));
        return null;
    }
}
