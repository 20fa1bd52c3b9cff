package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.WebServicesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.http.codec.CodecsAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.WebFluxAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.WebApplicationContext;

/** Exceptions of onet4j as problem details, from Spring MVC and WebFlux alike. */
final class OnetProblemAdviceTest {
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    @SuppressWarnings("NullAway.Init")
    private static SkillGapAnalyzer analyzer;

    private static final Map<String, Supplier<? extends RuntimeException>> FAILURES = Map.ofEntries(
            Map.entry("no-release", () -> new ReleaseNotLoadedException("no release is active", List.of())),
            Map.entry("no-schema", () -> new SchemaMismatchException("fix it", List.of())),
            Map.entry("no-table", () -> new OnetDatabaseException("select secret", new SQLException("x", "42P01"))),
            Map.entry("no-connection", () -> new OnetDatabaseException("10.0.0.7", new SQLException("x", "08001"))),
            Map.entry("refused", () -> new OnetDatabaseException("select secret", new SQLException("x", "22001"))),
            Map.entry("locked", () -> new LockTimeoutException("a load", Duration.ofSeconds(1), null)),
            Map.entry("services-unusable", () -> WebServicesException.unusable("no row")),
            Map.entry(
                    "services-away",
                    () -> new OccupationNotFoundException(DEVELOPERS, "31.0", List.of(), FetchOutcome.UNREACHABLE)),
            Map.entry(
                    "model-limited",
                    () -> LanguageModelException.ofStatus(
                            LanguageModelException.Reason.RATE_LIMITED, 429, "slow down", Duration.ofSeconds(7))),
            Map.entry(
                    "model-key",
                    () -> LanguageModelException.of(LanguageModelException.Reason.CREDENTIALS_REFUSED, "no")));

    enum Stack {
        MVC,
        WEB_FLUX
    }

    @BeforeAll
    static void analyzeMiniRelease(@TempDir Path folder) {
        Path zip = MiniRelease.text().writeZip(folder.resolve("db_31_0_text.zip"));
        analyzer = SkillGapAnalyzer.of(OnetRelease.open(zip).catalog());
        analyzer.analyze("15-1251", "15-1211");
    }

    @ParameterizedTest
    @EnumSource
    void tellWhatIsWrongWithTheQuestion(Stack stack) {
        on(stack, client -> {
            JsonNode invalid = problem(client, "/gap?from=15-12&to=15-1211", 400);
            assertThat(invalid.get("title").textValue()).isEqualTo("Bad Request");
            assertThat(invalid.get("detail").textValue())
                    .isEqualTo("\"15-12\" is not an O*NET-SOC code. Write it as in 15-1252.00 or 15-1252.");
            assertThat(invalid.get("instance").textValue()).isEqualTo("/gap");

            JsonNode unknown = problem(client, "/gap?from=15-1299&to=15-1211", 404);
            assertThat(unknown.get("detail").textValue()).isEqualTo("O*NET 31.0 has no occupation 15-1299.00.");
            assertThat(unknown.get("code").textValue()).isEqualTo("15-1299.00");
            assertThat(unknown.at("/same_minor_group/0/code").textValue()).isEqualTo("15-1211.00");
            assertThat(unknown.at("/same_minor_group/0/title").textValue()).isEqualTo("Computer Systems Analysts");

            JsonNode unrated = problem(client, "/gap?from=15-1252&to=15-1211", 409);
            assertThat(unrated.get("detail").textValue())
                    .isEqualTo("Software Developers (15-1252.00) has no ratings of skills in O*NET 31.0.");
            assertThat(unrated.get("code").textValue()).isEqualTo("15-1252.00");
            assertThat(unrated.at("/rated_alternatives/0/code").textValue()).isEqualTo("15-1251.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellWhenToTryAgain(Stack stack) {
        on(stack, client -> {
            assertThat(answer(client, "no-release", 503)).contains("No O*NET release is active in the database.");
            assertThat(answer(client, "no-schema", 503)).contains("no tables of onet4j");
            assertThat(answer(client, "no-table", 503)).contains("no tables of onet4j");
            assertThat(answer(client, "no-connection", 503)).contains("can't be reached");
            assertThat(answer(client, "locked", 503)).contains("busy");
            assertThat(answer(client, "services-away", 503)).contains("O*NET Web Services can't be reached");
            assertThat(answer(client, "services-unusable", 502)).contains("did not give a usable answer");
            assertThat(answer(client, "model-key", 502)).contains("The language model did not reply");
            assertThat(answer(client, "refused", 500)).contains("The database refused");
            client.get()
                    .uri("/failure?name=model-limited")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", 7);
        });
    }

    @Test
    void areOffUnlessTheHostTurnsThemOn() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(OnetProblemAutoConfiguration.class))
                .run(started -> assertThat(started).doesNotHaveBean(OnetProblemAdvice.class));
    }

    @ParameterizedTest
    @EnumSource
    void giveWayToAnAdviceOfTheHost(Stack stack) {
        on(
                stack,
                OwnAdvice.class,
                client -> client.get()
                        .uri("/gap?from=15-1299&to=15-1211")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .isEqualTo("of the host"));
    }

    private static String answer(WebTestClient client, String failure, int status) {
        JsonNode problem = problem(client, "/failure?name=" + failure, status);
        assertThat(problem.toString()).doesNotContain("secret", "10.0.0.7", "Onet.create");
        return problem.get("detail").textValue();
    }

    private static JsonNode problem(WebTestClient client, String uri, int status) {
        byte[] body = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void on(Stack stack, Consumer<WebTestClient> questions) {
        on(stack, Questions.class, questions);
    }

    private static void on(Stack stack, Class<?> advice, Consumer<WebTestClient> questions) {
        switch (stack) {
            case MVC ->
                run(
                        new WebApplicationContextRunner()
                                .withConfiguration(AutoConfigurations.of(
                                        WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class)),
                        advice,
                        host -> questions.accept(
                                MockMvcWebTestClient.bindToApplicationContext((WebApplicationContext) host)
                                        .build()));
            case WEB_FLUX ->
                run(
                        new ReactiveWebApplicationContextRunner()
                                .withConfiguration(AutoConfigurations.of(
                                        WebFluxAutoConfiguration.class, CodecsAutoConfiguration.class)),
                        advice,
                        host -> questions.accept(
                                WebTestClient.bindToApplicationContext(host).build()));
        }
    }

    private static void run(
            AbstractApplicationContextRunner<?, ?, ?> stack, Class<?> advice, Consumer<ApplicationContext> questions) {
        stack.withConfiguration(
                        AutoConfigurations.of(JacksonAutoConfiguration.class, OnetProblemAutoConfiguration.class))
                .withPropertyValues("onet4j.problemdetails.enabled=true")
                .withUserConfiguration(Questions.class, advice)
                .run(host -> questions.accept(host));
    }

    @RestController
    static class Questions {
        @GetMapping("/gap")
        double gap(@RequestParam("from") String from, @RequestParam("to") String to) {
            return analyzer.analyze(from, to).readiness().orElseThrow();
        }

        @GetMapping("/failure")
        String failure(@RequestParam("name") String name) {
            throw Objects.requireNonNull(FAILURES.get(name)).get();
        }
    }

    @RestControllerAdvice
    static class OwnAdvice {
        @ExceptionHandler
        String own(RuntimeException e) {
            return "of the host";
        }
    }
}
