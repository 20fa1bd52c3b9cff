package io.github.onet4j.release;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no two rows of a table share a key; remembers the rows of one reading. Keys that begin with an occupation
 * take one bit for each occupation and further key, whatever the number of rows.
 */
final class KeyCheck {
    private final List<ReleaseColumn> key;
    private final boolean byOccupation;
    private final Supplier<Map<String, Integer>> occupations;
    private final Map<String, BitSet> seen = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();

    /** Creates a check of a table; the occupations are numbered by code. */
    KeyCheck(ReleaseTable table, Supplier<Map<String, Integer>> occupations) {
        this.key = table.key();
        this.byOccupation = !key.isEmpty()
                && table.description().references().stream()
                        .anyMatch(reference ->
                                reference.column() == key.get(0) && reference.table() == ReleaseTable.OCCUPATION_DATA);
        this.occupations = occupations;
    }

    /** Returns the row as a rejected one if an earlier row has its key, otherwise null. */
    @Nullable
    RejectedRow problem(ReleaseRow row) {
        if (key.isEmpty()) {
            return null;
        }
        return byOccupation ? repeatedOfOccupation(row) : repeated(row);
    }

    private @Nullable RejectedRow repeatedOfOccupation(ReleaseRow row) {
        BitSet ofKey = seen.computeIfAbsent(text(row, 1), further -> new BitSet());
        int occupation = Objects.requireNonNull(occupations.get().get(row.requiredText(key.get(0))));
        if (ofKey.get(occupation)) {
            return row.rejected(key.get(key.size() > 1 ? 1 : 0), unique("an earlier row"));
        }
        ofKey.set(occupation);
        return null;
    }

    private @Nullable RejectedRow repeated(ReleaseRow row) {
        Long first = lines.putIfAbsent(text(row, 0), row.line());
        return first == null ? null : row.rejected(key.get(0), unique("line " + first));
    }

    private String unique(String earlier) {
        return "a unique key; " + earlier + " has the same "
                + key.stream().map(ReleaseColumn::label).collect(Collectors.joining(", "));
    }

    private String text(ReleaseRow row, int from) {
        if (key.size() - from == 1) {
            return text(row, key.get(from));
        }
        StringBuilder text = new StringBuilder();
        for (int i = from; i < key.size(); i++) {
            text.append(text(row, key.get(i))).append('\t');
        }
        return text.toString();
    }

    /** Numbers are equal however they are written: a database does not tell 1 from 1.00. */
    private static String text(ReleaseRow row, ReleaseColumn column) {
        String value = row.requiredText(column);
        return switch (column.type()) {
            case INTEGER, DECIMAL -> new BigDecimal(value).stripTrailingZeros().toPlainString();
            default -> value;
        };
    }
}
