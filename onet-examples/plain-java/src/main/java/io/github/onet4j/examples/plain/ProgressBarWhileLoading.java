package io.github.onet4j.examples.plain;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadProgress;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;

/**
 * Shows a progress bar while a release is loaded, updated every 5,000 rows and at the end of each table. The loading
 * thread draws it, so drawing must be fast; an exception ends the load without changes.
 *
 * <p>Run it with {@code onet-examples/plain-java/run ProgressBarWhileLoading [JDBC_URL USER [RELEASE]]}; the
 * environment variable {@code DB_PASSWORD} holds the password.
 */
public final class ProgressBarWhileLoading {
    private static final int CELLS = 30;

    private ProgressBarWhileLoading() {}

    /** Takes a JDBC URL, a user, and the path of a release. */
    public static void main(String[] arguments) {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setUsername(arguments[1]);
            dataSource.setPassword(System.getenv("DB_PASSWORD"));
            Onet onet = Onet.create(dataSource).build();
            onet.schema().createOrUpgrade();

            OnetRelease release = OnetRelease.open(Path.of(arguments[2]));
            LoadReport report = onet.load(release, LoadOptions.DEFAULTS.progress(ProgressBarWhileLoading::draw));

            System.out.printf(
                    "%n%s: %d rows of O*NET %s in %d ms%n",
                    report.outcome(),
                    report.rowsStored(),
                    report.release().info().version(),
                    report.elapsed().toMillis());
            System.out.println(onet.catalog().release().attribution());
        }
    }

    /** Redraws the line. The total is known in bytes of all files together. */
    private static void draw(LoadProgress progress) {
        int done = (int) (CELLS * progress.bytes() / progress.bytesTotal());
        long percent = 100 * progress.bytes() / progress.bytesTotal();
        System.out.printf(
                "\r[%s%s] %3d %%  %-26s", "#".repeat(done), ".".repeat(CELLS - done), percent, progress.table());
        System.out.flush();
    }
}
