package io.github.onet4j.examples.plain;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadProgress;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;

/**
 * A progress bar on the console while a release is loaded: every 5,000 rows and at the end of each table. The loading thread draws
 * it, so it must not be slow; what it throws ends the load, and nothing is changed.
 *
 * <p>Run it with {@code onet-examples/plain-java/run ProgressBarWhileLoading [JDBC_URL USER [RELEASE]]}; the password is in the
 * environment variable {@code DB_PASSWORD}.
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

    /** Draws over the line before. Bytes of all files together are what there is a total of. */
    private static void draw(LoadProgress progress) {
        int done = (int) (CELLS * progress.bytes() / progress.bytesTotal());
        long percent = 100 * progress.bytes() / progress.bytesTotal();
        System.out.printf(
                "\r[%s%s] %3d %%  %-26s", "#".repeat(done), ".".repeat(CELLS - done), percent, progress.table());
        System.out.flush();
    }
}
