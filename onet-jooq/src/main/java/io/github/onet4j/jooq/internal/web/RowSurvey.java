package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the faults that show only once all pages of a fetch were seen: a row that contradicts another, or one without
 * its counterpart. Keeps keys, not rows, for a fetch may have a hundred thousand.
 */
final class RowSurvey {
    private final Set<String> keys = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final Map<String, FetchedRow> firstOfRepeated = new HashMap<>();
    private final Set<String> contradicted = new HashSet<>();
    private final Set<String> passed = new HashSet<>();

    /** Registers a row. */
    void add(FetchedRow row) {
        if (!keys.add(row.key())) {
            repeated.add(row.key());
        }
    }

    /** Tells whether all rows must go through {@link #compare} too. */
    boolean needsComparison() {
        return !repeated.isEmpty();
    }

    /** Compares a row with others of its key. */
    void compare(FetchedRow row) {
        if (repeated.contains(row.key())) {
            FetchedRow first = firstOfRepeated.putIfAbsent(row.key(), row);
            if (first != null && row.firstDifference(first) >= 0) {
                contradicted.add(row.key());
            }
        }
    }

    /** Returns the fault of a row beside all others, or null. */
    @Nullable
    RejectedRow problem(FetchedRow row) {
        if (contradicted.contains(row.key())) {
            return row.refused(
                    ReleaseColumn.ONETSOC_CODE, "one row of its key; another row has the same key and other values");
        }
        String counterpart = row.counterpart();
        if (counterpart != null && (!keys.contains(counterpart) || contradicted.contains(counterpart))) {
            return row.refused(
                    ReleaseColumn.SCALE_ID,
                    "importance and level of an element together; the other of the two is not there");
        }
        return null;
    }

    /** Tells whether a row repeats an earlier one. To be called once for each row. */
    boolean isRepeat(FetchedRow row) {
        return repeated.contains(row.key()) && !passed.add(row.key());
    }
}
