package io.github.onet4j.release;

import io.github.onet4j.OnetException;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A release, one of its files or one of its rows is not as a release should be. The fields say where. */
public final class ReleaseFormatException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String file;
    private final long line;
    private final @Nullable String column;
    private final @Nullable String value;

    private ReleaseFormatException(
            String message,
            @Nullable Throwable cause,
            @Nullable String file,
            long line,
            @Nullable String column,
            @Nullable String value) {
        super(message, cause);
        this.file = file;
        this.line = line;
        this.column = column;
        this.value = value;
    }

    static ReleaseFormatException ofRelease(String message) {
        return new ReleaseFormatException(message, null, null, 0, null, null);
    }

    static ReleaseFormatException ofRelease(String message, Throwable cause) {
        return new ReleaseFormatException(message, cause, null, 0, null, null);
    }

    static ReleaseFormatException ofHeader(String file, @Nullable String column, String message) {
        return new ReleaseFormatException(file + ", line 1: " + message, null, file, 1, column, null);
    }

    static ReleaseFormatException unreadable(String file, long line, Exception thrown) {
        // The CSV parser wraps what the file system or the zip says.
        Throwable cause = thrown.getCause() instanceof IOException io ? io : thrown;
        String message = file + ", line " + line + ": reading could not continue: " + cause.getMessage();
        return new ReleaseFormatException(message, cause, file, line, null, null);
    }

    static ReleaseFormatException ofRow(RejectedRow row) {
        return new ReleaseFormatException(row.message(), null, row.file(), row.line(), row.column(), row.value());
    }

    /**
     * Returns the name of the file.
     *
     * @return the name, or null where the release as a whole is wrong
     */
    public @Nullable String file() {
        return file;
    }

    /**
     * Returns the line, counted from 1 with the header.
     *
     * @return the line, or 0 where no line is meant
     */
    public long line() {
        return line;
    }

    /**
     * Returns the label of the column.
     *
     * @return the label, or null where no column is meant
     */
    public @Nullable String column() {
        return column;
    }

    /**
     * Returns the value that was found.
     *
     * @return the value, or null where there is none
     */
    public @Nullable String value() {
        return value;
    }
}
