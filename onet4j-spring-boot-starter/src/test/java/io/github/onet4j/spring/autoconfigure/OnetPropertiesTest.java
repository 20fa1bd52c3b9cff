package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The properties, as a host writes them. */
final class OnetPropertiesTest {
    @Test
    void haveDefaultsThatChangeNothingInTheDatabase() {
        OnetProperties properties = bind(Map.of("unrelated", ""));

        assertThat(properties.schema()).isEqualTo(SchemaHandling.VERIFY);
        assertThat(properties.schemaName()).isNull();
        assertThat(properties.lockTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(properties.keepProfiles()).isTrue();
        assertThat(properties.release().path()).isNull();
        assertThat(properties.release().onFailure()).isEqualTo(OnetProperties.OnFailure.FAIL);
        assertThat(properties.webServices().apiKey()).isNull();
        assertThat(properties.gemini().apiKey()).isNull();
    }

    @Test
    void countAsNotSetWhereTheyAreBlank() {
        OnetProperties properties = bind(Map.ofEntries(
                Map.entry("onet4j.schema", ""),
                Map.entry("onet4j.schema-name", " "),
                Map.entry("onet4j.lock-timeout", ""),
                Map.entry("onet4j.keep-profiles", ""),
                Map.entry("onet4j.release.path", ""),
                Map.entry("onet4j.release.on-failure", ""),
                Map.entry("onet4j.web-services.api-key", ""),
                Map.entry("onet4j.web-services.base-url", ""),
                Map.entry("onet4j.web-services.timeout", ""),
                Map.entry("onet4j.gemini.api-key", " "),
                Map.entry("onet4j.gemini.model", ""),
                Map.entry("onet4j.gemini.base-url", ""),
                Map.entry("onet4j.gemini.retries", "")));

        assertThat(properties).isEqualTo(bind(Map.of("unrelated", "")));
    }

    @Test
    void areReadAsSpringBootReadsItsOwn() {
        OnetProperties properties = bind(Map.of(
                "onet4j.schema", "CREATE",
                "onet4j.lock-timeout", "5s",
                "onet4j.release.path", "releases/db_31_0_text.zip",
                "onet4j.web-services.timeout", "2500",
                "onet4j.gemini.base-url", "https://gateway.example.com/gemini/"));

        assertThat(properties.schema()).isEqualTo(SchemaHandling.CREATE);
        assertThat(properties.lockTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.release().path()).isEqualTo(Path.of("releases/db_31_0_text.zip"));
        assertThat(properties.webServices().timeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(properties.gemini().baseUrl()).isEqualTo(URI.create("https://gateway.example.com/gemini/"));
    }

    @Test
    void showNoSecret() {
        OnetProperties properties =
                bind(Map.of("onet4j.web-services.api-key", "secret-1", "onet4j.gemini.api-key", "secret-2"));

        assertThat(properties.toString() + properties.webServices() + properties.gemini())
                .doesNotContain("secret");
    }

    @Test
    void showNoSecretInAnEndpointThatShowsValues() {
        var sanitizing = new OnetActuatorAutoConfiguration().onetSanitizingFunction();

        for (String key : new String[] {
            "onet4j.web-services.api-key", "onet4j.webServices.apiKey", "ONET4J_GEMINI_APIKEY", "onet4j.gemini.api-key"
        }) {
            assertThat(sanitizing
                            .apply(new SanitizableData(null, key, "secret"))
                            .getValue())
                    .as(key)
                    .isEqualTo(SanitizableData.SANITIZED_VALUE);
        }
        assertThat(sanitizing
                        .apply(new SanitizableData(null, "onet4j.schema", "create"))
                        .getValue())
                .isEqualTo("create");
    }

    /** So that an editor completes and explains them. */
    @Test
    void areDescribed() throws Exception {
        JsonNode metadata;
        try (InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            metadata = new ObjectMapper().readTree(file);
        }

        assertThat(StreamSupport.stream(metadata.get("properties").spliterator(), false)
                        .map(property -> property.get("name").textValue()))
                .containsExactlyInAnyOrder(
                        "management.health.onet.enabled",
                        "onet4j.gemini.api-key",
                        "onet4j.gemini.base-url",
                        "onet4j.gemini.model",
                        "onet4j.gemini.retries",
                        "onet4j.gemini.timeout",
                        "onet4j.keep-profiles",
                        "onet4j.lock-timeout",
                        "onet4j.problemdetails.enabled",
                        "onet4j.release.on-failure",
                        "onet4j.release.path",
                        "onet4j.schema",
                        "onet4j.schema-name",
                        "onet4j.web-services.api-key",
                        "onet4j.web-services.base-url",
                        "onet4j.web-services.retries",
                        "onet4j.web-services.timeout");
        assertThat(metadata.get("properties"))
                .allSatisfy(property ->
                        assertThat(property.get("description").textValue()).endsWith("."));
    }

    private static OnetProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("onet4j", OnetProperties.class);
    }
}
