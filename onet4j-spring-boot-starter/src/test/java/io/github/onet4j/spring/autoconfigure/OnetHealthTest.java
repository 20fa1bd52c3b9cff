package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What health tells: the release and the tables, or why there is none, and no SQL. */
final class OnetHealthTest {
    private final ApplicationContextRunner host = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(OnetAutoConfiguration.class, OnetHealthAutoConfiguration.class));

    @Test
    void isOutOfServiceUntilThereIsARelease(@TempDir Path folder) {
        Path zip = MiniRelease.text().writeZip(folder.resolve("db_31_0_text.zip"));
        try (DatabaseServer.Database database = DatabaseServers.postgres().newDatabase()) {
            host.withBean(DataSource.class, database::dataSource)
                    .withPropertyValues("onet4j.schema=none")
                    .run(started -> {
                        HealthIndicator health = started.getBean(HealthIndicator.class);
                        Onet onet = started.getBean(Onet.class);
                        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                        assertThat(health.health().getDetails())
                                .containsEntry("problem", Trouble.NO_SCHEMA.what())
                                .containsKey("fix");

                        onet.schema().createOrUpgrade();
                        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                        assertThat(health.health().getDetails()).containsEntry("problem", Trouble.NO_RELEASE.what());

                        onet.load(OnetRelease.open(zip));
                        assertThat(health.health())
                                .isEqualTo(Health.up()
                                        .withDetails(Map.of("release", "31.0", "schema", "up to date"))
                                        .build());
                    });
        }
    }

    @Test
    void tellsOfTablesThatDiffer(@TempDir Path folder) {
        Path zip = MiniRelease.text().writeZip(folder.resolve("db_31_0_text.zip"));
        try (DatabaseServer.Database database = DatabaseServers.postgres().newDatabase()) {
            host.withBean(DataSource.class, database::dataSource)
                    .withPropertyValues("onet4j.schema=create")
                    .run(started -> {
                        Onet onet = started.getBean(Onet.class);
                        onet.load(OnetRelease.open(zip));
                        onet.dsl().execute("alter table onet_tool drop column file_row");

                        Health health = started.getBean(HealthIndicator.class).health();

                        assertThat(health.getStatus()).isEqualTo(Status.UP);
                        assertThat(health.getDetails()).containsEntry("schema", "differs");
                    });
        }
    }

    @Test
    void isDownWithoutTheDatabaseAndQuotesNothing() {
        host.withBean(
                        DataSource.class,
                        () -> new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere?connectTimeout=1"))
                .run(started -> assertThat(
                                started.getBean(HealthIndicator.class).health())
                        .isEqualTo(Health.down()
                                .withDetail("problem", Trouble.DATABASE_UNAVAILABLE.what())
                                .withDetail("fix", Trouble.DATABASE_UNAVAILABLE.fix())
                                .build()));
    }

    @Test
    void isAbsentWhereTheHostTurnsItOff() {
        host.withBean(DataSource.class, () -> new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere"))
                .withPropertyValues("management.health.onet.enabled=false")
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean("onetHealthIndicator"));
    }
}
