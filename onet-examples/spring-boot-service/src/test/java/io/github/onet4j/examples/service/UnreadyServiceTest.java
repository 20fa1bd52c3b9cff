package io.github.onet4j.examples.service;

import static io.github.onet4j.examples.service.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.onet4j.examples.service.Client.Answer;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Tests the service before it has data to answer from. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
final class UnreadyServiceTest {
    private static final String GAP = "/api/v1/skill-gap?from=15-1251.00&to=15-1211.00";
    private static final String AWAY = "The database can't be reached.";
    private static final Duration NO_HANG = Duration.ofSeconds(90);
    private static final ServiceDatabase DATABASE = ServiceDatabase.emptyOn(DatabaseServers.postgres());

    @LocalServerPort
    int port;

    private Client client;

    /** The service starts while its database is away. */
    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        DATABASE.relay().cut();
        DATABASE.configure(properties);
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @Test
    void untilItIsReadyItSaysWhatToDo() {
        assertUnready(AWAY, "Try again");

        DATABASE.relay().restore();
        // The pool's intervals between retries have grown to seconds.
        await().atMost(NO_HANG).until(() -> !client.get("/readiness").text().contains(AWAY));
        assertUnready("The database has no tables of onet4j", "load");
        JsonNode empty = client.get("/api/v1/db-diagnostics").json();
        assertThat(empty.at("/schema_state").asString()).isEqualTo("MISSING");
        assertThat(empty.at("/tables")).isEmpty();

        DATABASE.onet().schema().createOrUpgrade();
        assertUnready("No O*NET release is active", "load");
        assertThat(client.get("/api/v1/releases").json().at("/releases")).isEmpty();

        DATABASE.load(OnetRelease.open(ServiceDatabase.SAMPLE));
        assertThat(client.get("/readiness").status()).isEqualTo(200);
        assertThat(client.get(GAP).status()).isEqualTo(200);

        DATABASE.onet().dsl().execute("drop table onet_job_zone");
        JsonNode damaged = client.get("/api/v1/db-diagnostics").json();
        assertThat(damaged.at("/schema_state").asString()).isEqualTo("DIFFERENT");
        assertThat(damaged.at("/differences/0").asString()).contains("onet_job_zone");

        // A retry would not mend these, and their messages quote the statement.
        for (String damage : List.of(
                "drop view onet_active_skill, onet_active_level, onet_active_task, onet_active_technology,"
                        + " onet_active_education",
                "alter table onet_active_release drop constraint onet_active_release_release_fk",
                "alter table onet_active_release alter column release_id type varchar(9)")) {
            DATABASE.onet().dsl().execute(damage);
        }
        Answer failed = client.get(GAP);
        assertProblem(failed, 500);
        assertThat(failed.json().at("/detail").asString()).isEqualTo("The service failed. Its log says why.");
        assertThat(client.get("/readiness").status()).isEqualTo(503);
    }

    private void assertUnready(String problem, String fix) {
        Answer readiness = client.get("/readiness");
        JsonNode details = readiness.json().at("/components/onet/details");
        assertThat(readiness.status()).isEqualTo(503);
        assertThat(details.at("/problem").asString()).startsWith(problem);
        assertThat(details.at("/fix").asString()).contains(fix);
        assertThat(readiness.text()).doesNotContain("jdbc", "127.0.0.1", "xception");

        Answer gap = client.get(GAP);
        assertProblem(gap, 503);
        assertThat(gap.header("Retry-After")).isNotBlank();
        assertThat(gap.json().at("/detail").asString()).startsWith(problem).contains(fix);
        assertThat(client.get("/health").status()).isEqualTo(200);
    }
}
