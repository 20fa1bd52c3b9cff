package io.github.onet4j.benchmarks;

import static io.github.onet4j.jooq.schema.DefaultSchema.DEFAULT_SCHEMA;
import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_REJECTED_ROW;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.Table;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Measures the time to load a release, beside the alternatives of a user. Each contender starts from empty tables.
 *
 * <p>The others store rows that were parsed and checked beforehand; onet4j opens, parses and checks within its time.
 * The yardstick is a bare bulk load into tables that also have an index from elements to ratings, which a user would
 * make to ask SQL for the occupations that need an element. onet4j answers that question without one.
 */
public final class LoadBenchmark {
    private static final int WARM_UP_ROUNDS = 2;
    private static final int ROUNDS = 7;
    private static final String INDEX_BY_ELEMENT =
            "create index by_element on onet_rating (release_id, element_id, scale_id, data_value)";

    private LoadBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the path of a release
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name a release: LoadBenchmark db_29_3_text.zip");
        }
        Path release = Path.of(arguments[0]);
        List<StoredRows> rows = storedRows(release);
        System.out.printf(
                Locale.ROOT,
                "%d rows of %s%n",
                rows.stream().mapToInt(table -> table.values().size()).sum(),
                release.getFileName());
        compare(DatabaseServers.postgres(), Contender.BARE_COPY, release, rows);
        compare(DatabaseServers.mysql(), Contender.BARE_LOAD_DATA, release, rows);
    }

    private static List<StoredRows> storedRows(Path release) throws SQLException, IOException {
        try (DatabaseServer.Database database = DatabaseServers.postgres().newDatabase()) {
            Onet onet = Onet.create(database.dataSource()).build();
            onet.schema().createOrUpgrade();
            onet.load(OnetRelease.open(release));
            return StoredRows.read(database.dataSource(), tables());
        }
    }

    private static List<Table<?>> tables() {
        List<Table<?>> filled = DEFAULT_SCHEMA
                .tableStream()
                .filter(table -> table.getTableType().isTable())
                .filter(table ->
                        !List.of(ONET_ACTIVE_RELEASE, ONET_REJECTED_ROW).contains(table))
                .<Table<?>>map(table -> table)
                .sorted(Comparator.comparing(table -> !table.equals(ONET_RELEASE)))
                .toList();
        return filled;
    }

    private static void compare(DatabaseServer server, Contender bare, Path release, List<StoredRows> rows)
            throws Exception {
        Turns turns = new Turns(WARM_UP_ROUNDS, ROUNDS, "ms")
                .with(
                        bare + ", element index",
                        () -> inEmptyTables(server, source -> {
                            execute(source, INDEX_BY_ELEMENT);
                            return bare.time(source, rows);
                        }))
                .with("ONET4J", () -> inEmptyTables(server, source -> timeOnet4j(source, release)));
        for (Contender each : List.of(bare, Contender.JDBC_BATCHES, Contender.JOOQ_CSV_LOADER)) {
            turns.with(each.name(), () -> inEmptyTables(server, source -> each.time(source, rows)));
        }
        turns.run(server.jdbcUrl().split(":")[1]);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double timeOnet4j(DataSource source, Path release) {
        long start = System.nanoTime();
        Onet.create(source).build().load(OnetRelease.open(release));
        return (System.nanoTime() - start) / 1e6;
    }

    private static double inEmptyTables(DatabaseServer server, Timed timed) throws SQLException, IOException {
        try (DatabaseServer.Database database = server.newDatabase()) {
            DataSource source = rewriting(database.dataSource());
            Onet.create(source).build().schema().createOrUpgrade();
            return timed.milliseconds(source);
        }
    }

    /** Lets the drivers rewrite batches, as a user who cares for speed would. */
    private static DataSource rewriting(DataSource source) throws SQLException {
        if (source instanceof PGSimpleDataSource postgres) {
            postgres.setReWriteBatchedInserts(true);
        } else if (source instanceof MysqlDataSource mysql) {
            mysql.setRewriteBatchedStatements(true);
        }
        return source;
    }

    private interface Timed {
        double milliseconds(DataSource source) throws SQLException, IOException;
    }
}
