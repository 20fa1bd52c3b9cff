package io.github.onet4j.release;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** The text of a file, as long as no row of it is so long that it would fill the memory. */
final class BoundedReader extends FilterReader {
    /** A parser reads this far beyond the row that it is asked for. */
    private static final int READ_AHEAD = 1 << 13;

    private long length;

    BoundedReader(Reader in) {
        super(in);
    }

    /** Starts to count anew. */
    void startRow() {
        length = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, Math.min(length, READ_AHEAD));
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        length += Math.max(0, read);
        if (length > OnetRelease.MAX_ROW_LENGTH + READ_AHEAD) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the row is longer than %,d characters, as no row of O*NET is; download the release again",
                    OnetRelease.MAX_ROW_LENGTH));
        }
    }
}
