package io.github.onet4j.release;

import io.github.onet4j.Scale;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a release that need more than one row. They hold little, whatever the release's size: the keys of the
 * tables that others refer to, the scales, and one bit for each occupation and key.
 */
final class Checks {
    private final OnetRelease release;

    /** The keys of a table by their last column, each with its place. Read twice if two readings start at once. */
    private final Map<ReleaseTable, Map<String, Integer>> keys = new ConcurrentHashMap<>();

    private volatile @Nullable Map<String, Scale> scales;

    Checks(OnetRelease release) {
        this.release = release;
    }

    /** Returns the check of one reading of a table: the problem of a row, or null. */
    Function<ReleaseRow, @Nullable RejectedRow> of(ReleaseTable table) {
        ReferenceCheck references = new ReferenceCheck(this::keysOf, id -> scales().get(id));
        KeyCheck key = new KeyCheck(table, this::numbersOf);
        return row -> {
            RejectedRow problem = references.problem(row);
            return problem == null ? key.problem(row) : problem;
        };
    }

    /** The keys of a table; null for one that the release lacks, so that nothing can be said of references to it. */
    private @Nullable Set<String> keysOf(ReleaseTable table) {
        Map<String, Integer> numbered = numbersOf(table);
        return numbered == null ? null : numbered.keySet();
    }

    private @Nullable Map<String, Integer> numbersOf(ReleaseTable table) {
        return release.tables().contains(table) ? numbered(table) : null;
    }

    private Map<String, Integer> numbered(ReleaseTable table) {
        Map<String, Integer> known = keys.get(table);
        if (known != null) {
            return known;
        }
        Map<String, Integer> found = new HashMap<>();
        ReleaseColumn key = table.key().get(table.key().size() - 1);
        read(table, row -> found.put(row.requiredText(key), found.size()));
        keys.put(table, found);
        return found;
    }

    private Map<String, Scale> scales() {
        Map<String, Scale> known = scales;
        if (known != null) {
            return known;
        }
        Map<String, Scale> found = new HashMap<>();
        read(ReleaseTable.SCALES_REFERENCE, row -> found.put(row.requiredText(ReleaseColumn.SCALE_ID), row.scale()));
        scales = found;
        return found;
    }

    /** Reads a table whose rejected rows are reported when it is read for itself. */
    private void read(ReleaseTable table, Consumer<ReleaseRow> action) {
        try (ReleaseRows rows = release.rows(table, rejected -> {})) {
            rows.forEachRemaining(action);
        }
    }
}
