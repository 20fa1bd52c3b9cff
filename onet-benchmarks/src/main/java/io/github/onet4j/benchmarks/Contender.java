package io.github.onet4j.benchmarks;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/** A way to bring the rows of a release into empty tables, each in one transaction. */
enum Contender {
    /** COPY of text that has been parsed and checked beforehand: the limit. */
    BARE_COPY {
        @Override
        void store(Connection connection, StoredRows rows) throws SQLException, IOException {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + rows.table().getName() + " (" + rows.columns() + ") from stdin",
                            new ByteArrayInputStream(rows.text()));
        }
    },
    /** LOAD DATA LOCAL of text that has been parsed and checked beforehand: the limit. */
    BARE_LOAD_DATA {
        @Override
        void store(Connection connection, StoredRows rows) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(new ByteArrayInputStream(rows.text()));
                statement.execute("load data local infile 'rows' into table "
                        + rows.table().getName() + " character set utf8mb4 (" + rows.columns() + ")");
            }
        }
    },
    /** JDBC batches that the driver rewrites to inserts of many rows, of values that have been parsed beforehand. */
    JDBC_BATCHES {
        @Override
        void store(Connection connection, StoredRows rows) throws SQLException {
            Table<?> table = rows.table();
            String parameters = String.join(", ", Collections.nCopies(table.fields().length, "?"));
            String insert = "insert into " + table.getName() + " (" + rows.columns() + ") values (" + parameters + ")";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                int batched = 0;
                for (String[] row : rows.values()) {
                    for (int i = 0; i < row.length; i++) {
                        bind(statement, i + 1, table.field(i), row[i]);
                    }
                    statement.addBatch();
                    if (++batched % 1000 == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        }
    },
    /** jOOQ's own loader, in bulks of 500 rows, fed with the same text as CSV. */
    JOOQ_CSV_LOADER {
        @Override
        void store(Connection connection, StoredRows rows) throws SQLException, IOException {
            boolean mysql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
            DSLContext dsl = DSL.using(
                    connection,
                    mysql ? SQLDialect.MYSQL : SQLDialect.POSTGRES,
                    new Settings().withRenderSchema(false).withExecuteLogging(false));
            Field<?>[] fields = rows.table().fields();
            dsl.loadInto(rows.table())
                    .bulkAfter(500)
                    .commitNone()
                    .onErrorAbort()
                    .loadCSV(new StringReader(new String(rows.text(), StandardCharsets.UTF_8)))
                    .fields(fields)
                    .separator('\t')
                    .quote('\u0001')
                    .nullString("\\N")
                    .ignoreRows(0)
                    .execute();
        }
    };

    abstract void store(Connection connection, StoredRows rows) throws SQLException, IOException;

    /** Stores all rows and returns how long that took, in milliseconds. */
    double time(DataSource database, List<StoredRows> all) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (StoredRows rows : all) {
                store(connection, rows);
            }
            connection.commit();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void bind(PreparedStatement statement, int parameter, Field<?> field, String value)
            throws SQLException {
        Class<?> type = field.getType();
        if (value == null) {
            statement.setNull(parameter, type == String.class ? Types.VARCHAR : Types.NUMERIC);
        } else if (type == Integer.class) {
            statement.setInt(parameter, Integer.parseInt(value));
        } else if (type == Long.class) {
            statement.setLong(parameter, Long.parseLong(value));
        } else if (type == BigDecimal.class) {
            statement.setBigDecimal(parameter, new BigDecimal(value));
        } else if (type == LocalDate.class) {
            statement.setObject(parameter, LocalDate.parse(value));
        } else if (type == LocalDateTime.class) {
            statement.setObject(parameter, LocalDateTime.parse(value.replace(' ', 'T')));
        } else {
            statement.setString(parameter, value);
        }
    }
}
