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
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.Table;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Measures the time to load a release, beside the alternatives of a user. Each contender starts from empty tables, and
 * all take turns in each round, so that other work of the machine affects all of them. It prints medians and their
 * ratios to the bare bulk load.
 *
 * <p>The others store rows that were parsed and checked beforehand; onet4j opens, parses and checks within its time.
 */
public final class LoadBenchmark {
    private static final int WARM_UP_ROUNDS = 2;
    private static final int ROUNDS = 7;
    private static final String ONET4J = "ONET4J";

    private LoadBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the path of a release
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name a release: LoadBenchmark db_29_3_text.zip");
        }
        Path release = Path.of(arguments[0]);
        List<StoredRows> rows = storedRows(release);
        System.out.printf(
                Locale.ROOT,
                "%d rows of %s%n",
                rows.stream().mapToLong(StoredRows::rows).sum(),
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
            throws SQLException, IOException {
        Map<String, double[]> times = new TreeMap<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Contender contender : List.of(bare, Contender.JDBC_BATCHES, Contender.JOOQ_CSV_LOADER)) {
                record(times, contender.name(), round, inEmptyTables(server, source -> contender.time(source, rows)));
            }
            record(times, ONET4J, round, inEmptyTables(server, source -> timeOnet4j(source, release)));
        }
        print(server, times, median(times, bare.name()));
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

    private static void record(Map<String, double[]> times, String name, int round, double milliseconds) {
        if (round >= 0) {
            times.computeIfAbsent(name, key -> new double[ROUNDS])[round] = milliseconds;
        }
    }

    private static double median(Map<String, double[]> times, String name) {
        double[] sorted = times.getOrDefault(name, new double[ROUNDS]).clone();
        Arrays.sort(sorted);
        return sorted[ROUNDS / 2];
    }

    private static void print(DatabaseServer server, Map<String, double[]> times, double limit) {
        System.out.printf(Locale.ROOT, "%n%s%n", server.jdbcUrl().split(":")[1]);
        System.out.printf(Locale.ROOT, "%-16s %10s %10s %10s %8s%n", "", "median ms", "fastest", "slowest", "ratio");
        times.keySet().stream()
                .sorted(Comparator.comparingDouble(name -> median(times, name)))
                .forEach(name -> System.out.printf(
                        Locale.ROOT,
                        "%-16s %10.0f %10.0f %10.0f %8.2f%n",
                        name,
                        median(times, name),
                        Arrays.stream(times.get(name)).min().orElse(0),
                        Arrays.stream(times.get(name)).max().orElse(0),
                        median(times, name) / limit));
    }

    private interface Timed {
        double milliseconds(DataSource source) throws SQLException, IOException;
    }
}
