package io.github.onet4j.release;

import io.github.onet4j.Scale;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks rows against the tables that they refer to: each reference leads to a row, and each value lies on its scale.
 * Rows of files and rows of O*NET Web Services pass the same check. As safe for use by many threads as its sources.
 */
public final class ReferenceCheck {
    private static final Set<String> HIGH_POINTS = Set.of("IH", "VH");

    private final Function<ReleaseTable, @Nullable Set<String>> keys;
    private final Function<String, @Nullable Scale> scales;

    /**
     * Creates a check.
     *
     * @param keys returns the keys of a table, or null if references to it are not checked
     * @param scales returns the scale of an id, or null if there is none; asked for ids that are keys of
     *     {@link ReleaseTable#SCALES_REFERENCE}
     */
    public ReferenceCheck(
            Function<ReleaseTable, @Nullable Set<String>> keys, Function<String, @Nullable Scale> scales) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.scales = Objects.requireNonNull(scales, "scales");
    }

    /**
     * Checks a row. References come first, in the order in which the table declares them; then the value on its scale.
     *
     * @param row a row of any table
     * @return the row as a rejected one, with the first column that is wrong, or null if the row is right
     */
    public @Nullable RejectedRow problem(ReleaseRow row) {
        Objects.requireNonNull(row, "row");
        TableDescription table = row.table().description();
        List<TableDescription.Reference> references = table.references();
        for (int i = 0; i < references.size(); i++) {
            TableDescription.Reference reference = references.get(i);
            Set<String> known = keys.apply(reference.table());
            String key = row.text(reference.index());
            if (known != null && key != null && !known.contains(key)) {
                return row.rejected(
                        reference.column(),
                        "a value listed in " + reference.table().title());
            }
        }
        return table.scaled() == null ? null : offScale(row, table.scaled());
    }

    /** A high-point is the number of an interest or a value, and 0 where there is none, on whatever scale. */
    private static boolean isNoHighPoint(Scale scale, double value) {
        return value == 0 && HIGH_POINTS.contains(scale.id());
    }

    private @Nullable RejectedRow offScale(ReleaseRow row, ReleaseColumn value) {
        Scale scale = scales.apply(row.requiredText(ReleaseColumn.SCALE_ID));
        double found = Double.parseDouble(row.requiredText(value));
        return scale == null || scale.contains(found) || isNoHighPoint(scale, found)
                ? null
                : row.rejected(
                        value,
                        "a value on the scale " + scale.id() + ", " + scale.minimum() + " to " + scale.maximum());
    }
}
