package io.github.onet4j.jooq;

import io.github.onet4j.testing.MiniRelease;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a text file as a database should hold them, read without onet4j. */
final class FileRows {
    private static final Set<String> DECIMALS = Set.of(
            "Minimum",
            "Maximum",
            "Anchor Value",
            "Data Value",
            "Standard Error",
            "Lower CI Bound",
            "Upper CI Bound",
            "Percent");

    private static final String OR_ZERO = "=0";

    private FileRows() {}

    /**
     * Reads the values of some columns, by label. A label {@code #} stands for the row's number, one that starts with
     * {@code =} for a text that is the same in all rows, and one that the file does not have for nulls. A label that
     * ends with {@code =0} has 0 in place of nulls.
     */
    static List<List<@Nullable String>> of(MiniRelease release, String file, String... labels) {
        List<String> lines =
                new String(release.bytes(file), StandardCharsets.UTF_8).lines().toList();
        List<String> header = List.of(lines.get(0).split("\t", -1));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            List<@Nullable String> row = new ArrayList<>();
            for (String label : labels) {
                row.add(value(label, header, cells, i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable String value(String label, List<String> header, String[] cells, int number) {
        if (label.equals("#")) {
            return String.valueOf(number);
        }
        if (label.startsWith("=")) {
            return label.substring(1);
        }
        if (label.endsWith(OR_ZERO)) {
            String found = value(label.substring(0, label.length() - OR_ZERO.length()), header, cells, number);
            return Objects.requireNonNullElse(found, "0");
        }
        int position = header.indexOf(label);
        if (position < 0 || cells[position].equals("n/a")) {
            return null;
        }
        String cell = cells[position];
        if (label.equals("Date")) {
            return cell.substring(3) + "-" + cell.substring(0, 2) + "-01";
        }
        return DECIMALS.contains(label) ? new BigDecimal(cell).setScale(4).toPlainString() : cell;
    }
}
