package io.github.onet4j.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads two releases and compares them in full: occupations, elements and ratings of every domain, job zones and lists
 * of related occupations. From the database with nothing in memory, from the database with what an earlier comparison
 * has read, and from the files in memory.
 */
public final class CompareBenchmark {
    private CompareBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the paths of an earlier and a later archive
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Name two archives: CompareBenchmark db_29_3_text.zip db_30_1_text.zip");
        }
        OnetRelease earlier = OnetRelease.open(Path.of(arguments[0]));
        OnetRelease later = OnetRelease.open(Path.of(arguments[1]));
        OnetCatalog earlierFiles = earlier.catalog();
        OnetCatalog laterFiles = later.catalog();
        for (DatabaseServer server : List.of(DatabaseServers.postgres(), DatabaseServers.mysql())) {
            HikariConfig config = new HikariConfig();
            try (DatabaseServer.Database database = server.newDatabase()) {
                config.setDataSource(database.dataSource());
                try (HikariDataSource pool = new HikariDataSource(config)) {
                    Onet onet = Onet.create(pool).build();
                    onet.schema().createOrUpgrade();
                    load(onet, earlier);
                    load(onet, later);
                    new Turns(2, 7, "ms")
                            .with("database, nothing in memory", () -> {
                                onet.refresh();
                                return compare(onet);
                            })
                            .with("database, read before", () -> compare(onet))
                            .with("files in memory", () -> compare(ReleaseComparison.of(earlierFiles, laterFiles)))
                            .run(server.jdbcUrl().split(":")[1]);
                }
            }
        }
    }

    private static void load(Onet onet, OnetRelease release) {
        LoadReport report = onet.load(release);
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows in %d ms%n",
                release.version(),
                report.rowsStored(),
                report.elapsed().toMillis());
    }

    private static double compare(Onet onet) {
        List<StoredRelease> newestFirst = onet.releases();
        return compare(onet.compare(newestFirst.get(1), newestFirst.get(0)));
    }

    private static double compare(ReleaseComparison comparison) {
        long start = System.nanoTime();
        long changes = comparison.occupations().hashCode()
                + comparison.jobZones().hashCode()
                + comparison.relatedOccupations().hashCode();
        for (Domain domain : Domain.values()) {
            changes += comparison.elements(domain).hashCode()
                    + comparison.ratings(domain).hashCode();
        }
        double elapsed = (System.nanoTime() - start) / 1e6;
        if (changes == 0) {
            throw new AssertionError("nothing was compared");
        }
        return elapsed;
    }
}
