package io.github.onet4j.examples.plain;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateOutput;

/**
 * Creates onet4j's tables with the host's own Flyway: the DDL that onet4j prints becomes one of the host's versioned
 * migrations. onet4j itself runs no DDL; it verifies the tables and loads.
 *
 * <p>Run it with {@code onet-examples/plain-java/run OwnFlyway [JDBC_URL USER [RELEASE [FOLDER_OF_MIGRATIONS]]]}; the
 * environment variable {@code DB_PASSWORD} holds the password.
 */
public final class OwnFlyway {
    private OwnFlyway() {}

    /** Takes a JDBC URL, a user, the path of a release, and the folder of the host's migrations. */
    public static void main(String[] arguments) throws IOException {
        Path migrations = Path.of(arguments[3]);
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setUsername(arguments[1]);
            dataSource.setPassword(System.getenv("DB_PASSWORD"));
            Onet onet = Onet.create(dataSource).build();

            writeMigration(onet, migrations.resolve("V2__onet.sql"));
            migrate(dataSource, migrations);
            onet.schema().verify();
            System.out.println("Verified: the tables are what onet4j needs");

            LoadReport report = onet.load(OnetRelease.open(Path.of(arguments[2])));
            System.out.printf("%s: %d rows%n", report.outcome(), report.rowsStored());
            System.out.println(onet.catalog().release().attribution());
        }
    }

    /**
     * Done once, on a developer's machine: the file is checked in with the host's other migrations and never changes
     * again. When a newer onet4j needs more, verify() names it, and it goes into another migration.
     */
    private static void writeMigration(Onet onet, Path migration) throws IOException {
        if (Files.notExists(migration)) {
            Files.writeString(migration, onet.schema().ddl());
        }
    }

    private static void migrate(DataSource dataSource, Path migrations) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("filesystem:" + migrations)
                .load();
        for (MigrateOutput migration : flyway.migrate().migrations) {
            System.out.println("Flyway ran " + migration.version + ", " + migration.description);
        }
    }
}
