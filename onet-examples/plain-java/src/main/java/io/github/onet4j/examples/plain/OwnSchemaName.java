package io.github.onet4j.examples.plain;

import static io.github.onet4j.jooq.schema.Tables.ONET_OCCUPATION;
import static org.jooq.impl.DSL.name;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import org.jooq.Query;

/**
 * Puts all tables into a schema (on MySQL: a database) that the host names, whatever the default schema of its
 * connections. Typed queries use it, too.
 *
 * <p>Run it with {@code onet-examples/plain-java/run OwnSchemaName [JDBC_URL USER [RELEASE [SCHEMA]]]}; the environment
 * variable {@code DB_PASSWORD} holds the password.
 */
public final class OwnSchemaName {
    private OwnSchemaName() {}

    /** Takes a JDBC URL, a user, the path of a release, and the name of a schema. */
    public static void main(String[] arguments) {
        String schemaName = arguments[3];
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setUsername(arguments[1]);
            dataSource.setPassword(System.getenv("DB_PASSWORD"));

            Onet onet = Onet.create(dataSource).schemaName(schemaName).build();
            // onet4j creates tables but never a schema.
            onet.dsl().createSchemaIfNotExists(name(schemaName)).execute();
            onet.schema().createOrUpgrade();
            onet.load(OnetRelease.open(Path.of(arguments[2])));

            Query occupations = onet.dsl().selectCount().from(ONET_OCCUPATION);
            System.out.println(occupations.getSQL() + ": " + onet.dsl().fetchCount(ONET_OCCUPATION));

            SkillGap gap = onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
            System.out.printf(
                    "%s to %s: %d skills to gain%n",
                    gap.from().name(), gap.to().name(), gap.gaps().size());
            System.out.println(gap.attribution());
        }
    }
}
