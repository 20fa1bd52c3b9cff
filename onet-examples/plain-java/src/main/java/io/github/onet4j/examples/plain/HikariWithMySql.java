package io.github.onet4j.examples.plain;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;

/**
 * A HikariCP pool on MySQL: creates the schema, loads a release by {@code LOAD DATA LOCAL}, and prints a skill gap.
 *
 * <p>Run it with {@code onet-examples/plain-java/run HikariWithMySql JDBC_URL USER [RELEASE]}; the password is in the
 * environment variable {@code DB_PASSWORD}.
 */
public final class HikariWithMySql {
    private HikariWithMySql() {}

    /** Takes a JDBC URL, a user, and the path of a release. */
    public static void main(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(System.getenv("DB_PASSWORD"));
        // A load takes one connection, an analysis one while it reads.
        config.setMaximumPoolSize(4);
        // Lets the server ask for data of the client, which the fastest load needs: only towards servers that you
        // trust, and with
        // local_infile=1 there. Without either, rows go in by prepared inserts.
        config.addDataSourceProperty("allowLoadLocalInfile", "true");

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
