package io.github.onet4j.jooq.internal.load;

import static io.github.onet4j.jooq.schema.Tables.ONET_REJECTED_ROW;

import io.github.onet4j.release.RejectedRow;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Converts rejected rows to rows of the database. */
public final class RejectedRows {
    /** The columns of {@link #values}. */
    public static final List<Field<?>> FIELDS = List.of(
            ONET_REJECTED_ROW.RELEASE_ID,
            ONET_REJECTED_ROW.REJECTION,
            ONET_REJECTED_ROW.FILE_NAME,
            ONET_REJECTED_ROW.LINE_NUMBER,
            ONET_REJECTED_ROW.COLUMN_LABEL,
            ONET_REJECTED_ROW.FOUND,
            ONET_REJECTED_ROW.EXPECTED,
            ONET_REJECTED_ROW.ROW_TEXT,
            ONET_REJECTED_ROW.WEB_FETCH_ID);

    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private RejectedRows() {}

    /** Returns the values of a rejection; the fetch is null for a row of the release's own files. */
    public static @Nullable String[] values(
            int releaseId, int rejection, RejectedRow row, @Nullable Integer webFetchId) {
        return new @Nullable String[] {
            String.valueOf(releaseId),
            String.valueOf(rejection),
            row.file(),
            String.valueOf(row.line()),
            row.column(),
            storable(row.value(), ONET_REJECTED_ROW.FOUND),
            storable(row.expected(), ONET_REJECTED_ROW.EXPECTED),
            storable(row.text(), ONET_REJECTED_ROW.ROW_TEXT),
            webFetchId == null ? null : webFetchId.toString()
        };
    }

    /** Cuts what is too long for its column and replaces what no database takes. */
    private static @Nullable String storable(@Nullable String text, Field<String> field) {
        if (text == null) {
            return null;
        }
        int limit = field.getDataType().length();
        String cut = text.length() <= limit ? text : text.substring(0, limit);
        return NOT_STORABLE.matcher(cut).replaceAll("\uFFFD");
    }
}
