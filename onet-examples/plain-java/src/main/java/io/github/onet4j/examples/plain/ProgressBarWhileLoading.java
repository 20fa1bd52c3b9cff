package io.github.onet4j.examples.plain;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows a progress bar while a release is loaded. The loading thread calls the listener every 5,000 rows and at the end
 * of each table, so it must be fast, and an exception from it ends the load without changes; this bar is drawn by a
 * thread of its own.
 *
 * <p>Run it with {@code onet-examples/plain-java/run ProgressBarWhileLoading [JDBC_URL USER [RELEASE]]}; the
 * environment variable {@code DB_PASSWORD} holds the password.
 */
public final class ProgressBarWhileLoading {
    private ProgressBarWhileLoading() {}

    /** Takes a JDBC URL, a user, and the path of a release. */
    public static void main(String[] arguments) {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setUsername(arguments[1]);
            dataSource.setPassword(System.getenv("DB_PASSWORD"));
            Onet onet = Onet.create(dataSource).build();
            onet.schema().createOrUpgrade();

            LoadReport report = loadWithBar(onet, OnetRelease.open(Path.of(arguments[2])));

            System.out.printf(
                    "%s: %d rows of O*NET %s in %d ms%n",
                    report.outcome(),
                    report.rowsStored(),
                    report.release().info().version(),
                    report.elapsed().toMillis());
            System.out.println(onet.catalog().release().attribution());
        }
    }

    /** The total is known in bytes of all files together. */
    private static LoadReport loadWithBar(Onet onet, OnetRelease release) {
        try (ProgressBar bar = ProgressBar.builder()
                .setTaskName("O*NET " + release.version())
                .setUnit(" kB", 1000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(System.out))
                .build()) {
            return onet.load(
                    release,
                    LoadOptions.DEFAULTS.progress(
                            progress -> bar.maxHint(progress.bytesTotal()).stepTo(progress.bytes())));
        }
    }
}
