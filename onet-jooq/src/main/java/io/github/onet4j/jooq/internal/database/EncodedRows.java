package io.github.onet4j.jooq.internal.database;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Encodes rows in the text format that COPY and LOAD DATA share: a tab between values, a line feed after each row,
 * {@code \N} for null, and a backslash before characters that would be taken for one of these. It encodes rows when the
 * driver reads bytes.
 *
 * <p>If the source of rows fails, the stream just ends, and {@link #rethrow} throws the failure afterwards. A stream
 * that throws would leave the driver's connection in the middle of the protocol.
 */
final class EncodedRows extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final RowSource rows;
    private final StringBuilder text = new StringBuilder(CHUNK + 8192);
    private byte[] chunk = new byte[0];
    private int position;
    private boolean ended;
    private long rowsSent;
    private @Nullable Throwable failure;

    EncodedRows(RowSource rows) {
        this.rows = rows;
    }

    long rowsSent() {
        return rowsSent;
    }

    void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public int read() {
        return refill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!refill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    private boolean refill() {
        if (position < chunk.length) {
            return true;
        }
        text.setLength(0);
        while (!ended && text.length() < CHUNK) {
            encodeNextRow();
        }
        chunk = text.toString().getBytes(StandardCharsets.UTF_8);
        position = 0;
        return chunk.length > 0;
    }

    private void encodeNextRow() {
        @Nullable String[] row = nextRow();
        if (row == null) {
            ended = true;
            return;
        }
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            encode(row[i]);
        }
        text.append('\n');
        rowsSent++;
    }

    private @Nullable String @Nullable [] nextRow() {
        try {
            return rows.next();
        } catch (RuntimeException | Error e) {
            failure = e;
            return null;
        }
    }

    private void encode(@Nullable String value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char escaped = escape(value.charAt(i));
            if (escaped != 0) {
                text.append(value, start, i).append('\\').append(escaped);
                start = i + 1;
            }
        }
        text.append(value, start, value.length());
    }

    private static char escape(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
