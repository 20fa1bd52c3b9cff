package io.github.onet4j.release;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no two rows of a table share a key; remembers the rows of one reading. Keys that begin with an occupation
 * or a task take one bit for each of these and further key, whatever the number of rows.
 */
final class KeyCheck {
    private final List<ReleaseColumn> key;
    private final Supplier<@Nullable Map<String, Integer>> numbers;
    private final Map<String, BitSet> seen = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();

    /**
     * Creates a check of a table.
     *
     * @param numbered returns the keys of a table, numbered, or null if the release lacks it
     */
    KeyCheck(ReleaseTable table, Function<ReleaseTable, @Nullable Map<String, Integer>> numbered) {
        this.key = table.key();
        ReleaseTable first = key.isEmpty() ? null : table.description().referenceOf(key.get(0));
        boolean manyRows = first == ReleaseTable.OCCUPATION_DATA || first == ReleaseTable.TASK_STATEMENTS;
        this.numbers = () -> manyRows ? numbered.apply(first) : null;
    }

    /** Returns the row as a rejected one if an earlier row has its key, otherwise null. */
    @Nullable
    RejectedRow problem(ReleaseRow row) {
        if (key.isEmpty()) {
            return null;
        }
        Map<String, Integer> numbered = numbers.get();
        return numbered == null ? repeated(row) : repeated(row, numbered);
    }

    private @Nullable RejectedRow repeated(ReleaseRow row, Map<String, Integer> numbered) {
        BitSet ofKey = seen.computeIfAbsent(text(row, 1), further -> new BitSet());
        int number = Objects.requireNonNull(numbered.get(row.requiredText(key.get(0))));
        if (ofKey.get(number)) {
            return row.rejected(key.get(key.size() > 1 ? 1 : 0), unique("an earlier row"));
        }
        ofKey.set(number);
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
        String value = row.text(column);
        if (value == null) {
            return "";
        }
        return switch (column.type()) {
            case INTEGER, DECIMAL -> new BigDecimal(value).stripTrailingZeros().toPlainString();
            default -> value;
        };
    }
}
