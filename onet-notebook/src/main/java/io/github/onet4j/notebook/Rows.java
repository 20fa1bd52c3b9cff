package io.github.onet4j.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Rows for data frames, with figures in full.
 *
 * @param columns the names of the columns
 * @param cells a value for each column of each row; null where there is none
 */
record Rows(List<String> columns, List<List<@Nullable Object>> cells) {
    String toCsv() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            printer.printRecords(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
