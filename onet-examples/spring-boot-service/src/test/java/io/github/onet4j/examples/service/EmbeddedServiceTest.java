package io.github.onet4j.examples.service;

import static io.github.onet4j.examples.service.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.service.Client.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Tests the service with an embedded database, an API key and pages of other origins. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=",
            "onet.api-key=a-key-of-4711",
            "onet.cors.allowed-origins=https://app.example,https://other.example"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
final class EmbeddedServiceTest {
    private static final String KEY = "a-key-of-4711";
    private static final String ORIGIN = "Access-Control-Allow-Origin";

    @LocalServerPort
    int port;

    @Autowired
    EmbeddedPostgres server;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @Test
    void itStartsADatabaseWithTheSampleInItAndSaysWhereToLook(CapturedOutput output) {
        Answer gap = client.get("/api/v1/skill-gap-by-lvl?from=15-1251.00&to=15-1211.00", ApiKeyFilter.HEADER, KEY);

        assertThat(gap.status()).isEqualTo(200);
        assertThat(gap.json().at("/skill_gaps/0/skill_name").asString()).isEqualTo("Troubleshooting");
        assertThat(client.get("/readiness").status()).isEqualTo(200);
        assertThat(server.getPort()).isPositive();
        assertThat(output.getAll()).contains("http://localhost:" + port + "/");
    }

    @Test
    void theLoadIsCounted() {
        assertThat(client.get("/actuator/metrics/onet.load?tag=outcome:loaded")
                        .json()
                        .at("/measurements/0/value")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get("/actuator/metrics/onet.load.rows")
                        .json()
                        .at("/measurements/0/value")
                        .asInt())
                .isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-key-of-471", "a-key-of-4711x", "A-KEY-OF-4711"})
    void theApiIsForThoseWhoKnowTheKey(String key) {
        Answer refused = client.get("/api/v1/releases", ApiKeyFilter.HEADER, key);

        assertProblem(refused, 401);
        assertThat(refused.json().at("/instance").asString()).isEqualTo("/api/v1/releases");
        assertProblem(client.get("/api/v1/releases"), 401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("ApiKey");
        assertThat(refused.header("Content-Security-Policy")).isNotBlank();
        assertThat(refused.text()).contains("X-API-Key").doesNotContain(KEY);
        assertThat(client.get("/api/v1/releases", ApiKeyFilter.HEADER, KEY).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/v1/releases", "/./api/v1/releases", "/api;x=1/v1/releases", "//api/v1/releases"})
    void noOtherSpellingOfThePathGetsPastTheKey(String path) {
        assertThat(RawRequest.get(port, path)).doesNotStartWith("HTTP/1.1 200").doesNotContain("sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/readiness", "/v3/api-docs", "/swagger-ui/index.html"})
    void theKeyIsForTheApiOnly(String path) {
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void theOpenApiDocumentAsksForTheKey() {
        JsonNode document = client.get("/v3/api-docs").json();

        JsonNode scheme = document.at("/components/securitySchemes/api_key");
        assertThat(scheme.at("/type").asString()).isEqualTo("apiKey");
        assertThat(scheme.at("/in").asString()).isEqualTo("header");
        assertThat(scheme.at("/name").asString()).isEqualTo("X-API-Key");
        assertThat(document.at("/security/0").has("api_key")).isTrue();
        assertThat(document.at("/paths").valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.at("/responses").has("401")).isTrue());
    }

    @Test
    void theKeyIsNotLogged(CapturedOutput log) {
        client.get("/api/v1/releases", ApiKeyFilter.HEADER, KEY);
        client.get("/api/v1/releases", ApiKeyFilter.HEADER, "a-wrong-key");
        client.get("/health");

        assertThat(log).containsPattern("access +: GET /api/v1/releases 401 ").doesNotContain(KEY, "a-wrong-key");
    }

    @Test
    void pagesOfConfiguredOriginsAreLetIn() {
        Answer preflight = client.send(
                "OPTIONS",
                "/api/v1/releases",
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "x-api-key");
        Answer preflightOfPerson = client.send(
                "OPTIONS",
                "/api/v1/person/readiness",
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type,x-api-key");
        Answer asked = client.get("/api/v1/releases", "Origin", "https://other.example", ApiKeyFilter.HEADER, KEY);
        Answer withoutKey = client.get("/api/v1/releases", "Origin", "https://app.example");

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header(ORIGIN)).isEqualTo("https://app.example");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualToIgnoringCase("X-API-Key");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(preflightOfPerson.status()).isEqualTo(200);
        assertThat(preflightOfPerson.header("Access-Control-Allow-Headers"))
                .isEqualToIgnoringCase("content-type, x-api-key");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header(ORIGIN)).isEqualTo("https://other.example");
        assertThat(withoutKey.status()).isEqualTo(401);
        assertThat(withoutKey.header(ORIGIN)).isEqualTo("https://app.example");
    }

    @Test
    void pagesOfOtherOriginsAreNot() {
        Answer refused = client.get("/api/v1/releases", "Origin", "https://evil.example", ApiKeyFilter.HEADER, KEY);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header(ORIGIN)).isEmpty();
    }
}
