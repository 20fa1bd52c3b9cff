package io.github.onet4j.examples.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * A PostgreSQL that lives as long as the service, with a release in it, where no database is configured. Nothing else knows the
 * embedded server: with {@code spring.datasource.url} this class is never loaded, and its jars may be left out.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoneConfigured.class)
class EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres() throws IOException {
        return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
    }

    /** Takes the place of spring.datasource.url, so that the pool is configured as over any other database. */
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
    ApplicationRunner loadIntoEmbeddedDatabase(LazyOnet onet, OnetProperties properties, Environment environment) {
        return arguments -> {
            new ReleaseSource(properties.release()).loadInto(onet::get);
            LOG.info("Have a look: http://localhost:{}/", environment.getProperty("local.server.port"));
        };
    }

    static final class NoneConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
