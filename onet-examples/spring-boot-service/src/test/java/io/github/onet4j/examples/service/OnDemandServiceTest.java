package io.github.onet4j.examples.service;

import static io.github.onet4j.examples.service.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.service.Client.Answer;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Tests the service with O*NET Web Services, which know Web Designers, unlike the release. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
final class OnDemandServiceTest {
    private static final String KEY = "key-of-no-project-4711";
    private static final ServiceDatabase DATABASE = ServiceDatabase.emptyOn(DatabaseServers.postgres());
    private static final WebServicesStub WEB_SERVICES = WebServicesStub.v2(
            MiniRelease.text().withRow("Occupation Data.txt", "15-1255.00", "Web Designers", "Design web sites."), KEY);

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        DATABASE.load(OnetRelease.open(MiniRelease.text().writeFolder(folder.resolve("release"))));
        DATABASE.configure(properties);
        properties.add("onet4j.web-services.api-key", () -> KEY);
        properties.add("onet4j.web-services.base-url", WEB_SERVICES::address);
    }

    @AfterAll
    static void end() {
        WEB_SERVICES.close();
        DATABASE.close();
    }

    @Test
    void anotherDomainIsComparedOnRequest() {
        JsonNode gap = new Client(port)
                .get("/api/v1/skill-gap-analysis?from=15-1251.00&to=15-1211.00&domain=KNOWLEDGE")
                .json();

        assertThat(gap.at("/domain").asString()).isEqualTo("KNOWLEDGE");
        assertThat(gap.at("/gaps").valueStream())
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.get("element_id").asString()).startsWith("2.C."));
    }

    @Test
    void whatTheReleaseLacksIsFetchedAndItIsAProblemWhereThatFails() {
        Client client = new Client(port);

        Answer fetched = client.get("/api/v1/occupations/15-1255.00");
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.json().at("/title").asString()).isEqualTo("Web Designers");
        assertThat(client.get("/actuator/metrics/onet.fetch?tag=kind:on_demand&tag=outcome:succeeded")
                        .json()
                        .at("/measurements/0/value")
                        .asInt())
                .isPositive();
        assertProblem(client.get("/api/v1/occupations/15-1299.99"), 404);

        WEB_SERVICES.stop();
        for (String question : new String[] {"occupations/15-1298.00", "skill-gap?from=15-1251.00&to=15-1252.00"}) {
            Answer away = client.get("/api/v1/" + question);
            assertProblem(away, 503);
            assertThat(away.json().at("/detail").asString()).contains("O*NET Web Services");
            assertThat(away.json().at("/codes/0").asString())
                    .isEqualTo(question.contains("?") ? "15-1251.00" : "15-1298.00");
            assertThat(away.header("Retry-After")).isEqualTo("60");
            assertThat(away.text()).doesNotContain(KEY);
        }
        assertThat(client.get("/readiness").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/skill-gap?from=15-1251.00&to=15-1211.00").status())
                .isEqualTo(200);
    }
}
