package io.github.onet4j.examples.plain;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;

/**
 * Uses a HikariCP pool on PostgreSQL: creates the schema, loads a release with {@code COPY}, and prints a skill gap.
 *
 * <p>Run it with {@code onet-examples/plain-java/run HikariWithPostgresql [JDBC_URL USER [RELEASE]]}; the environment
 * variable {@code DB_PASSWORD} holds the password.
 */
public final class HikariWithPostgresql {
    private HikariWithPostgresql() {}

    /** Takes a JDBC URL, a user, and the path of a release. */
    public static void main(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(System.getenv("DB_PASSWORD"));
        // A load uses one connection, and so does an analysis while it reads.
        config.setMaximumPoolSize(4);
        // Shown in pg_stat_activity. A socketTimeout must be longer than Onet's lockTimeout, since the server is silent
        // while a statement waits for a lock.
        config.addDataSourceProperty("ApplicationName", "careers");

        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            Onet onet = Onet.create(dataSource).build();
            onet.schema().createOrUpgrade();

            LoadReport report = onet.load(OnetRelease.open(Path.of(arguments[2])));
            System.out.printf(
                    "%s: %d rows by %s%n",
                    report.outcome(),
                    report.rowsStored(),
                    report.path().map(Enum::name).orElse("nothing"));

            SkillGap gap = onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
            System.out.println(gap.from().name() + " to " + gap.to().name());
            for (ElementGap skill : gap.gaps().subList(0, 3)) {
                System.out.println("  " + skill.element().name() + ": " + skill.inWords());
            }
            System.out.println(gap.attribution());
        }
    }
}
