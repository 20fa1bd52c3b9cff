package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.onet4j.jooq.OnetSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnFlywayTest extends OnEachEngine {
    private static final String HISTORY =
            "select version, description, success from flyway_schema_history order by installed_rank";

    private Path migrations = Path.of("");

    @BeforeEach
    void writeAMigrationOfTheHosts() throws IOException {
        migrations = Files.createDirectory(folder.resolve("migration"));
        Files.writeString(
                migrations.resolve("V1__employee.sql"), "create table employee (name varchar(100) not null);");
    }

    @Test
    void runsThePrintedDdlAsAVersionBetweenTheHosts() throws IOException {
        String output = run(OwnFlyway.class, migrations.toString());

        assertThat(output)
                .containsSubsequence(
                        "Flyway ran 1, employee", "Flyway ran 2, onet", "Verified", "LOADED: ", ATTRIBUTION);
        assertThat(migrations.resolve("V2__onet.sql")).hasContent(OnetSchema.ddl(engine));
        assertThat(rows(HISTORY)).containsExactly(List.of("1", "employee", "true"), List.of("2", "onet", "true"));
        assertThatCode(() -> onet().schema().verify()).doesNotThrowAnyException();
        assertThat(onet().catalog().occupations()).hasSize(28);
    }

    @Test
    void runsNothingASecondTime() {
        run(OwnFlyway.class, migrations.toString());

        assertThat(run(OwnFlyway.class, migrations.toString()))
                .doesNotContain("Flyway ran")
                .contains("Verified", "ALREADY_LOADED");
        assertThat(rows(HISTORY)).hasSize(2);
    }
}
