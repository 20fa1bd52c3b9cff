package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables are there before a bean of the host uses them, and after its migrations. */
final class SchemaTest extends OnEachEngine {
    /** Flyway alone takes two on PostgreSQL. */
    @Override
    int poolSize() {
        return 2;
    }

    @Test
    void isCreatedAfterFlywayHasMigratedAnEmptyDatabase() {
        ApplicationContextRunner host =
                hostThatNeedsOnet().withPropertyValues("spring.flyway.enabled=true", "onet4j.schema=create");

        host.run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(count("flyway_schema_history")).isEqualTo(1);
            assertThat(count("host_work")).isZero();
            assertThat(count("onet_active_release")).isEqualTo(1);
        });
        host.run(again -> assertThat(again).hasNotFailed());
    }

    @Test
    void isMissedByDefault() {
        hostThatNeedsOnet()
                .run(failed -> assertThat(failed)
                        .hasFailed()
                        .getFailure()
                        .hasRootCauseInstanceOf(SchemaMismatchException.class));
    }

    @Test
    void isVerifiedByDefault() {
        hostWithTables()
                .withUserConfiguration(NeedsOnet.class)
                .run(host -> assertThat(host).hasNotFailed());
    }

    @Test
    void isLeftAloneWhereTheHostSaysSo() {
        hostThatNeedsOnet()
                .withPropertyValues("onet4j.schema=none")
                .run(host -> assertThat(host.getBean(Onet.class).schema().differences())
                        .isNotEmpty());
    }

    /** A failed creation is repeated, but not for each of those who ask at the same time. */
    @Test
    void isVerifiedAgainForTheNextWhoAsks() {
        host().run(host -> {
            ObjectProvider<Onet> onet = host.getBeanProvider(Onet.class);
            assertThatThrownBy(onet::getObject).hasRootCauseInstanceOf(SchemaMismatchException.class);
            Onet.create(database.dataSource()).build().schema().createOrUpgrade();

            await().until(() -> isThere(host));

            assertThat(onet.getObject()).isSameAs(onet.getObject());
        });
    }

    private static boolean isThere(ApplicationContext host) {
        try {
            return host.getBean(Onet.class).schema().differences().isEmpty();
        } catch (BeansException e) {
            return false;
        }
    }

    private ApplicationContextRunner hostThatNeedsOnet() {
        return host().withUserConfiguration(NeedsOnet.class);
    }

    /** Wants it when the application starts, and would be before Flyway by its name. */
    @Configuration(proxyBeanMethods = false)
    static class NeedsOnet {
        @Bean
        List<Onet> aaa(Onet onet) {
            return List.of(onet);
        }
    }
}
