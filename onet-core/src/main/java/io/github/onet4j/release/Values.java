package io.github.onet4j.release;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the values of columns and brings them into the one form that a {@link ReleaseRow} holds. */
final class Values {
    private static final Pattern MONTH_SLASH_YEAR = Pattern.compile("(0[1-9]|1[0-2])/([12][0-9]{3})");
    private static final Pattern ISO_DATE =
            Pattern.compile("([12][0-9]{3})-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?");
    private static final int DIGITS_BEFORE_POINT = 3;
    private static final int DIGITS_BEHIND_POINT = 4;
    private static final int DIGITS_OF_INTEGER = 9;
    private static final int LEAST_LENGTH_WITH_LINES = 1000;
    private static final char REPLACEMENT = '\uFFFD';

    private Values() {}

    /** Returns the value in its one form, or null if it is not of the column's type. */
    static @Nullable String normalize(ReleaseColumn column, String value) {
        return switch (column.type()) {
            case TEXT -> isText(value, column) ? value : null;
            case CODE -> isCode(value) ? value : null;
            case INTEGER -> isInteger(value) ? value : null;
            case DECIMAL -> isDecimal(value) ? value : null;
            case FLAG -> value.equals("Y") || value.equals("N") ? value : null;
            case MONTH -> month(value);
        };
    }

    /**
     * Brings the raw values of a row into their one form. A raw null is a missing value.
     *
     * @return the place of the first value that is missing or wrong, or -1 if none is
     */
    static int fill(ReleaseTable table, @Nullable String[] values, IntFunction<@Nullable String> raw) {
        for (int i = 0; i < values.length; i++) {
            TableDescription.Use use = table.description().uses().get(i);
            String value = raw.apply(i);
            values[i] = value == null ? null : normalize(use.column(), value);
            boolean missing = value == null && use.need() == TableDescription.Need.REQUIRED;
            if (missing || (value != null && values[i] == null)) {
                return i;
            }
        }
        return -1;
    }

    /** Says what a column's value should be. */
    static String expected(ReleaseColumn column) {
        if (column.type() != ReleaseColumn.Type.TEXT) {
            return column.type().expected();
        }
        return "UTF-8 text of at most " + column.maxLength() + " characters, without "
                + (mayHaveLines(column) ? "control characters" : "line breaks and control characters");
    }

    /**
     * Only descriptions and the like may have line breaks. Elsewhere one says that a quote in a CSV file is missing its
     * pair, and that the value has swallowed the rows up to the next quote.
     */
    private static boolean mayHaveLines(ReleaseColumn column) {
        return column.maxLength() >= LEAST_LENGTH_WITH_LINES;
    }

    private static boolean isText(String value, ReleaseColumn column) {
        if (value.length() > column.maxLength()) {
            return false;
        }
        boolean mayHaveLines = mayHaveLines(column);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean control = c < ' ' && c != '\t' && !(mayHaveLines && (c == '\n' || c == '\r'));
            // Bytes that are no UTF-8 have been decoded to the replacement character.
            boolean halfCharacter = Character.isSurrogate(c) && !isPaired(value, i);
            if (control || c == REPLACEMENT || halfCharacter) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static boolean isCode(String value) {
        return value.length() == 10
                && areDigits(value, 0, 2)
                && value.charAt(2) == '-'
                && areDigits(value, 3, 7)
                && value.charAt(7) == '.'
                && areDigits(value, 8, 10);
    }

    private static boolean isInteger(String value) {
        return !value.isEmpty() && value.length() <= DIGITS_OF_INTEGER && areDigits(value, 0, value.length());
    }

    private static boolean isDecimal(String value) {
        int start = value.startsWith("-") ? 1 : 0;
        int point = value.indexOf('.');
        int end = point < 0 ? value.length() : point;
        boolean whole = end > start && end - start <= DIGITS_BEFORE_POINT && areDigits(value, start, end);
        if (point < 0) {
            return whole;
        }
        int decimals = value.length() - point - 1;
        return whole && decimals > 0 && decimals <= DIGITS_BEHIND_POINT && areDigits(value, point + 1, value.length());
    }

    private static boolean areDigits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String month(String value) {
        Matcher slash = MONTH_SLASH_YEAR.matcher(value);
        if (slash.matches()) {
            return slash.group(2) + "-" + slash.group(1) + "-01";
        }
        Matcher iso = ISO_DATE.matcher(value);
        return iso.matches() ? iso.group(1) + "-" + iso.group(2) + "-01" : null;
    }
}
