package io.github.onet4j.release;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that cannot be used, with the reason.
 *
 * @param file the file's name
 * @param line the line that the row starts in; the header is line 1
 * @param column the label of the column that is wrong; null if the row as a whole is
 * @param value the value in that column; null if the row as a whole is wrong or the value is missing
 * @param expected a description of what the column, or the row, must hold
 * @param text the row as it stands in the file, its fields separated by tabs, cut after {@value #MAX_TEXT_LENGTH}
 *     characters
 */
public record RejectedRow(
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String expected,
        String text) {
    /** The greatest length of the text of a row, in characters. */
    public static final int MAX_TEXT_LENGTH = 8000;

    private static final int SHOWN_VALUE_LENGTH = 80;

    /** Cuts a text that is too long. */
    public RejectedRow {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(text, "text");
        text = cut(text, MAX_TEXT_LENGTH);
    }

    /**
     * Returns one line that tells what is wrong.
     *
     * @return for example {@code Skills.txt, line 12, column "Data Value": found "x", expected a number …}
     */
    public String message() {
        StringBuilder message = new StringBuilder(file).append(", line ").append(line);
        if (column != null) {
            message.append(", column \"").append(column).append('"');
        }
        message.append(": ");
        if (column != null) {
            message.append(value == null ? "found no value" : "found \"" + shown(value, SHOWN_VALUE_LENGTH) + '"')
                    .append(", ");
        }
        return message.append("expected ").append(expected).toString();
    }

    /** A text as a message can show it: in one line, not too long, and with control characters that can be seen. */
    static String shown(String value, int maxLength) {
        StringBuilder shown = new StringBuilder();
        cut(value, maxLength).chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.append(value.length() <= maxLength ? "" : "…").toString();
    }

    private static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        // Half of a surrogate pair is no character, and a database would refuse it.
        boolean inPair = Character.isHighSurrogate(text.charAt(maxLength - 1));
        return text.substring(0, inPair ? maxLength - 1 : maxLength);
    }
}
