package io.github.onet4j.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Table;
import org.postgresql.PGConnection;

/**
 * The rows of one table as a load of onet4j's has stored them, in the text that COPY and LOAD DATA read: what each
 * contender brings in, parsed and checked beforehand; as text, and as values with null for a null.
 */
record StoredRows(Table<?> table, byte[] text, List<String[]> values) {
    /** Reads every table of a loaded PostgreSQL database, in an order in which they can be stored again. */
    static List<StoredRows> read(DataSource postgres, List<Table<?>> tables) throws SQLException, IOException {
        List<StoredRows> all = new ArrayList<>();
        try (Connection connection = postgres.getConnection()) {
            for (Table<?> table : tables) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table.getName() + " (" + columns(table) + ") to stdout", text);
                all.add(new StoredRows(table, text.toByteArray(), values(text.toString(StandardCharsets.UTF_8))));
            }
        }
        return all;
    }

    String columns() {
        return columns(table);
    }

    private static List<String[]> values(String text) {
        return text.lines()
                .map(line -> line.split("\t", -1))
                .map(StoredRows::decoded)
                .toList();
    }

    private static String columns(Table<?> table) {
        return table.fieldStream().map(Field::getName).collect(Collectors.joining(", "));
    }

    private static String[] decoded(String[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i].equals("\\N") ? null : row[i];
        }
        return row;
    }
}
