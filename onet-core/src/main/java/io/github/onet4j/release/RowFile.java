package io.github.onet4j.release;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One file of a release, read record by record; knows its header and how it writes a missing value. */
final class RowFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int SHOWN_HEADER_LENGTH = 500;

    private static final CSVFormat TEXT = CSVFormat.Builder.create()
            .setDelimiter('\t')
            .setQuote(null)
            .setIgnoreEmptyLines(false)
            .get();
    // Lenient, so that a misplaced quote spoils its own row and not the rest of the file. Only a quote that is never
    // closed is refused: it would make the rest of the file one row.
    private static final CSVFormat COMMA_SEPARATED = CSVFormat.Builder.create()
            .setDelimiter(',')
            .setQuote('"')
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();

    private final String name;
    private final boolean commaSeparated;
    private final CountingStream bytes;
    private final BoundedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> labels;
    private final ReleaseTable table;
    private final int[] positions;
    private long line;

    RowFile(ReleaseFolder.Entry entry, InputStream in, ReleaseTable table) throws IOException {
        this.name = entry.name();
        this.commaSeparated = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        this.bytes = new CountingStream(in);
        this.text = new BoundedReader(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER));
        this.parser = CSVParser.builder()
                .setReader(text)
                .setFormat(commaSeparated ? COMMA_SEPARATED : TEXT)
                .get();
        this.records = parser.iterator();
        this.labels = readHeader();
        this.table = table;
        this.positions = table.columns().stream().mapToInt(this::position).toArray();
    }

    static RowFile open(ReleaseFolder folder, ReleaseFolder.Entry entry, ReleaseTable table) {
        try {
            InputStream in = folder.open(entry);
            try {
                return new RowFile(entry, in, table);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw ReleaseFormatException.unreadable(entry.name(), 1, e);
        }
    }

    String name() {
        return name;
    }

    int fieldsInHeader() {
        return labels.size();
    }

    long bytesRead() {
        return bytes.count;
    }

    /** The line in which the record that was read last starts. */
    long line() {
        return line;
    }

    /** The line in which the record that was read last ends; a later one where a quoted value has line breaks. */
    long lastLine() {
        return parser.getCurrentLineNumber();
    }

    /** Throws an exception that names the first column that the header lacks. */
    void requireColumns() {
        for (int i = 0; i < positions.length; i++) {
            TableDescription.Use use = table.description().uses().get(i);
            if (positions[i] < 0 && use.need() != TableDescription.Need.MAY_BE_ABSENT) {
                throw ReleaseFormatException.ofHeader(
                        name,
                        use.column().label(),
                        "has no column \""
                                + String.join("\" or \"", use.column().labels()) + "\"; its header is "
                                + RejectedRow.shown(String.join(", ", labels), SHOWN_HEADER_LENGTH));
            }
        }
    }

    List<String> unreadColumns() {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int position = i;
            if (Arrays.stream(positions).noneMatch(read -> read == position)) {
                unread.add(labels.get(i));
            }
        }
        return unread;
    }

    /** The next record, or null after the last. Empty lines are passed over. */
    @Nullable
    CSVRecord next() {
        try {
            CSVRecord found;
            do {
                line = parser.getCurrentLineNumber() + 1;
                text.startRow();
                found = records.hasNext() ? records.next() : null;
            } while (found != null && isEmptyLine(found));
            return found;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw ReleaseFormatException.unreadable(name, line, e);
        }
    }

    private static boolean isEmptyLine(CSVRecord found) {
        return found.size() == 1 && found.get(0).isEmpty();
    }

    /** The value of a column by its place among the table's, or null where it is missing. */
    @Nullable
    String value(CSVRecord row, int index) {
        String value = positions[index] < 0 ? "" : row.get(positions[index]);
        return isMissing(value) ? null : value;
    }

    /** Tells whether a value is missing: text writes n/a, CSV writes nothing. */
    private boolean isMissing(String value) {
        return value.isEmpty() || (!commaSeparated && value.equals("n/a"));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw ReleaseFormatException.unreadable(name, line, e);
        }
    }

    private List<String> readHeader() {
        CSVRecord header = next();
        if (header == null) {
            throw ReleaseFormatException.ofHeader(name, null, "is empty; expected is a line of column names");
        }
        List<String> found = new ArrayList<>(header.toList());
        found.set(0, withoutByteOrderMark(found.get(0)));
        return found;
    }

    private static String withoutByteOrderMark(String label) {
        String bare = label.startsWith("\uFEFF") ? label.substring(1) : label;
        // A quote behind the mark is not at the field's start and so has been read as text.
        boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    private int position(ReleaseColumn column) {
        int found = -1;
        for (int i = 0; i < labels.size(); i++) {
            if (column.isCalled(labels.get(i))) {
                if (found >= 0) {
                    throw ReleaseFormatException.ofHeader(
                            name,
                            column.label(),
                            "has two columns for \"" + column.label() + "\": \"" + labels.get(found) + "\" and \""
                                    + labels.get(i) + "\"");
                }
                found = i;
            }
        }
        return found;
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
