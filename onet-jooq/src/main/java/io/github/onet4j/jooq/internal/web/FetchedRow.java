package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.Scale;
import io.github.onet4j.jooq.internal.load.TableMapping;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** A row that the service sent, as its table would store it. */
final class FetchedRow {
    private final ReleaseRow row;
    private final TableMapping mapping;
    private final @Nullable String[] texts;
    private final String key;

    FetchedRow(ReleaseRow row, TableMapping mapping) {
        this.row = row;
        this.mapping = mapping;
        this.texts = mapping.values(row);
        this.key = keyFields(mapping)
                .map(field -> texts[mapping.fields().indexOf(field)])
                .collect(Collectors.joining("\t"));
    }

    ReleaseRow row() {
        return row;
    }

    /** Returns the primary key, as one text. */
    String key() {
        return key;
    }

    /** Returns the key of a stored row. */
    static String key(Record stored, TableMapping mapping) {
        return keyFields(mapping)
                .map(field -> String.valueOf(stored.get(field)))
                .collect(Collectors.joining("\t"));
    }

    static Stream<? extends Field<?>> keyFields(TableMapping mapping) {
        UniqueKey<?> primaryKey = Objects.requireNonNull(mapping.target().getPrimaryKey());
        return primaryKey.getFields().stream();
    }

    /**
     * Returns the key of the level that an importance needs beside it, or vice versa; null for a row that needs none.
     */
    @Nullable
    String counterpart() {
        if (!row.table().domain().map(domain -> domain.hasLevels()).orElse(false)) {
            return null;
        }
        String scale = row.requiredText(ReleaseColumn.SCALE_ID);
        String ofElement = key.substring(0, key.length() - scale.length());
        return switch (scale) {
            case Scale.IMPORTANCE -> ofElement + Scale.LEVEL;
            case Scale.LEVEL -> ofElement + Scale.IMPORTANCE;
            default -> null;
        };
    }

    /** Returns a value as the database has it. */
    @Nullable
    Object value(int field) {
        String text = texts[field];
        return text == null ? null : mapping.fields().get(field).getDataType().convert(text);
    }

    /** Returns the first field in which another row differs, or -1. */
    int firstDifference(FetchedRow other) {
        return firstDifference(other::value);
    }

    /** Returns the first field in which a stored row differs, or -1. */
    int firstDifference(Record stored) {
        return firstDifference(field -> stored.get(mapping.fields().get(field)));
    }

    private int firstDifference(Values others) {
        for (int field = 0; field < texts.length; field++) {
            if (!isSame(value(field), others.get(field))) {
                return field;
            }
        }
        return -1;
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            // 4.5 and 4.5000 are one value to the database and not equal to BigDecimal.
            return number.compareTo(otherNumber) == 0;
        }
        return Objects.equals(one, other);
    }

    /** Returns the values in the order of the mapping's fields, followed by the fetch. */
    @Nullable
    String[] texts(int fetchId) {
        @Nullable String[] longer = new @Nullable String[texts.length + 1];
        System.arraycopy(texts, 0, longer, 0, texts.length);
        longer[texts.length] = String.valueOf(fetchId);
        return longer;
    }

    /** Returns this row as one that is refused for the value of a column. */
    RejectedRow refused(ReleaseColumn column, String expected) {
        return row.rejected(column, expected);
    }

    /** Returns this row as one that is refused for the value of a field. */
    RejectedRow refused(int field, String expected) {
        return row.rejected(mapping.label(field), texts[field], expected);
    }

    @FunctionalInterface
    private interface Values {
        @Nullable
        Object get(int field);
    }
}
