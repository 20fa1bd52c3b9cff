package io.github.onet4j.jooq.internal.database;

import io.github.onet4j.jooq.load.LoadPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Prepared inserts of many rows each. */
final class InsertPath implements BulkPath {
    /** More rows save no time and cost the server memory. */
    private static final int ROWS_PER_STATEMENT = 500;

    /** PostgreSQL's protocol counts parameters in 16 bits. */
    private static final int MAX_PARAMETERS = 32_000;

    private final String obstacle;

    InsertPath(String obstacle) {
        this.obstacle = obstacle;
    }

    @Override
    public LoadPath kind() {
        return LoadPath.INSERTS;
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(obstacle);
    }

    @Override
    public long load(Connection connection, String qualifiedTable, List<? extends Field<?>> columns, RowSource rows)
            throws SQLException {
        int perStatement = Math.min(ROWS_PER_STATEMENT, MAX_PARAMETERS / columns.size());
        long stored = 0;
        List<@Nullable String[]> batch = new ArrayList<>(perStatement);
        try (PreparedStatement full = connection.prepareStatement(insert(qualifiedTable, columns, perStatement))) {
            for (@Nullable String[] row = rows.next(); row != null; row = rows.next()) {
                batch.add(row);
                if (batch.size() == perStatement) {
                    stored += execute(full, columns, batch);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            try (PreparedStatement rest = connection.prepareStatement(insert(qualifiedTable, columns, batch.size()))) {
                stored += execute(rest, columns, batch);
            }
        }
        return stored;
    }

    private static String insert(String qualifiedTable, List<? extends Field<?>> columns, int rows) {
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        String parameters = "(" + "?, ".repeat(columns.size() - 1) + "?)";
        return "insert into " + qualifiedTable + " (" + names + ") values " + (parameters + ", ").repeat(rows - 1)
                + parameters;
    }

    private static int execute(
            PreparedStatement statement, List<? extends Field<?>> columns, List<@Nullable String[]> batch)
            throws SQLException {
        int parameter = 0;
        for (@Nullable String[] row : batch) {
            for (int i = 0; i < row.length; i++) {
                bind(statement, ++parameter, columns.get(i).getType(), row[i]);
            }
        }
        return statement.executeUpdate();
    }

    private static void bind(PreparedStatement statement, int parameter, Class<?> type, @Nullable String value)
            throws SQLException {
        if (type == Integer.class) {
            statement.setObject(parameter, value == null ? null : Integer.valueOf(value), Types.INTEGER);
        } else if (type == BigDecimal.class) {
            statement.setObject(parameter, value == null ? null : new BigDecimal(value), Types.DECIMAL);
        } else if (type == LocalDate.class) {
            statement.setObject(parameter, value == null ? null : LocalDate.parse(value), Types.DATE);
        } else {
            statement.setString(parameter, value);
        }
    }
}
