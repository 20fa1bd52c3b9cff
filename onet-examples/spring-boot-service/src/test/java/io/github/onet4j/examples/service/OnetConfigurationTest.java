package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.OnetListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A malformed configuration keeps the service from starting. */
final class OnetConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Properties.class, OnetConfiguration.class)
            .withBean(HikariDataSource.class, HikariDataSource::new)
            .withBean(OnetListener.class, () -> new OnetListener() {});

    @ParameterizedTest
    @ValueSource(strings = {"onet.web-services.api-key", "onet.gemini.api-key"})
    void aKeyThatCanNotBeOneKeepsTheServiceFromStartingAndIsNotRepeated(String property) {
        application
                .withPropertyValues(property + "=4711 with spaces")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("API key")
                        .hasMessageNotContaining("4711"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OnetProperties.class)
    static class Properties {}
}
