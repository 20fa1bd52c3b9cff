package io.github.onet4j.examples.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
    private static final Compose COMPOSE = new Compose();
    private static final KnownProperties PROPERTIES = new KnownProperties();

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void aProfileBringsUpADatabaseThenTheLoadThenTheService(String engine) {
        assertThat(COMPOSE.services().keySet().stream()
                        .filter(name ->
                                COMPOSE.service(name).at("profiles").texts().equals(List.of(engine))))
                .containsExactly(engine, "load-" + engine, "service-" + engine);
        assertThat(COMPOSE.service(engine).at("healthcheck", "test").texts()).startsWith("CMD");
        assertThat(condition("load-" + engine, engine)).isEqualTo("service_healthy");
        assertThat(condition("service-" + engine, "load-" + engine)).isEqualTo("service_completed_successfully");
        assertThat(COMPOSE.service("load-" + engine).at("command").texts()).startsWith("load");
        assertThat(COMPOSE.service("service-" + engine).at("command").isEmpty()).isTrue();
    }

    @Test
    void nothingStartsWithoutAProfile() {
        assertThat(COMPOSE.services().values())
                .hasSize(6)
                .noneMatch(service -> service.at("profiles").list().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void theServiceFindsTheDatabaseThatTheProfileBringsUp(String engine) {
        Map<String, String> database = COMPOSE.environment(engine);
        String prefix = engine.equals("mysql") ? "MYSQL" : "POSTGRES";

        for (String name : List.of("load-" + engine, "service-" + engine)) {
            Map<String, String> environment = COMPOSE.environment(name);
            URI url = URI.create(environment.get("SPRING_DATASOURCE_URL").substring("jdbc:".length()));
            assertThat(url.getScheme()).isEqualTo(engine);
            assertThat(url.getHost()).isEqualTo(engine);
            assertThat(url.getPath())
                    .isEqualTo("/" + database.get(engine.equals("mysql") ? "MYSQL_DATABASE" : "POSTGRES_DB"));
            assertThat(environment.get("SPRING_DATASOURCE_USERNAME")).isEqualTo(database.get(prefix + "_USER"));
        }
    }

    @Test
    void theEnvironmentIsOfPropertiesThatTheServiceKnows() {
        assertThat(COMPOSE.services().entrySet())
                .filteredOn(service -> service.getValue().at("image").text().equals("onet4j-service"))
                .hasSize(4)
                .allSatisfy(service -> assertThat(
                                service.getValue().at("environment").entries().keySet())
                        .isNotEmpty()
                        .allMatch(PROPERTIES::hasEnvironmentVariable));
    }

    @Test
    void thePasswordIsReadFromASecretAndStandsNowhere() {
        assertThat(COMPOSE.secret("database-password").at("environment").text()).isEqualTo("ONET_DB_PASSWORD");
        COMPOSE.services().forEach((name, service) -> {
            assertThat(COMPOSE.environment(name)).allSatisfy((variable, value) -> {
                assertThat(value.toLowerCase(Locale.ROOT)).doesNotContain("password=");
                if (variable.endsWith("_PASSWORD")) {
                    assertThat(variable).isEqualTo("MYSQL_RANDOM_ROOT_PASSWORD");
                }
                if (variable.endsWith("_PASSWORD_FILE")) {
                    assertThat(value)
                            .isEqualTo("/run/secrets/"
                                    + service.at("secrets").texts().get(0));
                }
            });
            if (service.at("image").text().equals("onet4j-service")) {
                YamlNode secret = service.at("secrets").list().get(0);
                assertThat(secret.at("source").text()).isEqualTo("database-password");
                assertThat(PROPERTIES.has(secret.at("target").text())).isTrue();
                assertThat(COMPOSE.environment(name)).containsEntry("SPRING_CONFIG_IMPORT", "configtree:/run/secrets/");
            }
        });
    }

    @Test
    void theImageIsBuiltFromTheRootAndLoadsTheSampleUnlessToldOtherwise() {
        for (String engine : List.of("postgresql", "mysql")) {
            YamlNode load = COMPOSE.service("load-" + engine);
            Path context = Checkout.SERVICE.resolve(load.at("build", "context").text());
            assertThat(context.normalize()).isEqualTo(Checkout.ROOT);
            assertThat(context.resolve(load.at("build", "dockerfile").text()).normalize())
                    .isEqualTo(Checkout.SERVICE.resolve("Dockerfile"));

            YamlNode release = load.at("volumes").list().get(0);
            assertThat(load.at("command").texts()).contains(release.at("target").text());
            assertThat(Checkout.SERVICE.resolve(
                            Compose.byDefault(release.at("source").text())))
                    .isDirectoryContaining("glob:**Occupation Data.txt");
        }
    }

    @Test
    void theServiceIsPublishedOnThisMachineOnlyAtThePortOfTheImage() {
        String port = Dockerfile.ofTheService().image().one("EXPOSE").arguments();
        for (String engine : List.of("postgresql", "mysql")) {
            assertThat(COMPOSE.service("service-" + engine).at("ports").texts())
                    .singleElement()
                    .extracting(Compose::byDefault)
                    .isEqualTo("127.0.0.1:8080:" + port);
            assertThat(COMPOSE.service(engine).at("ports").isEmpty()).isTrue();
        }
    }

    private static String condition(String service, String dependency) {
        Map<String, YamlNode> dependencies =
                COMPOSE.service(service).at("depends_on").entries();
        assertThat(dependencies).containsOnlyKeys(dependency);
        return dependencies.get(dependency).at("condition").text();
    }
}
