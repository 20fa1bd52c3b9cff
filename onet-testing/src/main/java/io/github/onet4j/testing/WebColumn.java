package io.github.onet4j.testing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column as the service names it.
 *
 * @param id for example {@code onetsoc_code}
 * @param title the label in the release's files, for example {@code O*NET-SOC Code}
 * @param optional whether a row lacks a value
 */
record WebColumn(String id, String title, Type type, boolean optional) {
    enum Type {
        TEXT("Text", "Character Varying(1000)"),
        NUMBER("Number", "Float(8,4)"),
        DATE("Date", "Date");

        private final String title;
        private final String format;

        Type(String title, String format) {
            this.title = title;
            this.format = format;
        }
    }

    private static final Set<String> NUMBERS = Set.of(
            "Data Value",
            "N",
            "Standard Error",
            "Lower CI Bound",
            "Upper CI Bound",
            "Minimum",
            "Maximum",
            "Anchor Value",
            "Job Zone",
            "Index",
            "Task ID",
            "Incumbents Responding",
            "Commodity Code");

    static WebColumn of(String label, boolean optional) {
        Type type = label.equals("Date") ? Type.DATE : NUMBERS.contains(label) ? Type.NUMBER : Type.TEXT;
        return new WebColumn(id(label), label, type, optional);
    }

    static String id(String label) {
        return switch (label) {
            case "Date" -> "date_updated";
            case "Index" -> "related_index";
            case "Source(s)" -> "sources";
            default ->
                label.toLowerCase(Locale.ROOT).replace("o*net-soc", "onetsoc").replaceAll("[^a-z0-9]+", "_");
        };
    }

    /** Turns a value of the release's files into the service's own text: a date MM/YYYY into the month's first day. */
    String fromFile(String cell) {
        return type == Type.DATE && cell.matches("[0-9]{2}/[0-9]{4}")
                ? cell.substring(3) + "-" + cell.substring(0, 2) + "-01"
                : cell;
    }

    /** A value in JSON. What stands in a column of numbers and is none stays a text. */
    @Nullable
    Object json(String value) {
        if (value.isEmpty()) {
            return null;
        }
        return type == Type.NUMBER ? number(value).<Object>map(number -> number).orElse(value) : value;
    }

    JsonObject description() {
        return new JsonObject()
                .put("column_id", id)
                .put("title", title)
                .put("description", title)
                .put("type", type.title)
                .put("format", type.format)
                .put("optional", optional);
    }

    static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                : Optional.empty();
    }
}
