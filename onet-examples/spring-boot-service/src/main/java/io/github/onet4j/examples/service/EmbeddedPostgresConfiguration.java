package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts an embedded PostgreSQL with a release if no database is configured. It ends with the service. No other class
 * uses the embedded server: with {@code spring.datasource.url} this class is never loaded, and the server's jars may
 * be left out.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoneConfigured.class)
class EmbeddedPostgresConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresConfiguration.class);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres() throws IOException {
        return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
    }

    /** Replaces spring.datasource.url, so that the pool is configured as for any other database. */
    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres server) {
        String url = server.getJdbcUrl("postgres", "postgres");
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public @Nullable String getUsername() {
                return null;
            }

            @Override
            public @Nullable String getPassword() {
                return null;
            }
        };
    }

    @Bean
    ApplicationRunner loadIntoEmbeddedDatabase(
            ObjectProvider<Onet> onet, OnetProperties properties, Environment environment) {
        return arguments -> {
            new ReleaseSource(properties.release()).loadInto(onet::getObject);
            LOG.info("Ready at http://localhost:{}/", environment.getProperty("local.server.port"));
        };
    }

    static final class NoneConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
