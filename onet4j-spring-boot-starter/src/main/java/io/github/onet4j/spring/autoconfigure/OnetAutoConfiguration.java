package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.spring.OnetDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Auto-configuration of {@link Onet} over the host's DataSource, and of what follows from it.
 *
 * <p>The beans are lazy. Who injects one lets it be created when the application starts, which then needs the database.
 * Who injects an {@code ObjectProvider} of it lets it be created when it is first asked for; if that fails, the next
 * one who asks tries again.
 */
@AutoConfiguration(
        afterName = {
            // In Spring Boot 3.5, and in 4.
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({DataSource.class, TransactionAwareDataSourceProxy.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(OnetProperties.class)
@Import({ClientConfiguration.class, OnetFactory.class})
public class OnetAutoConfiguration {
    OnetAutoConfiguration() {}

    /** Is created after Flyway, Liquibase and Spring Boot's own scripts, of which some want an empty schema. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    Onet onet(
            OnetFactory factory,
            ObjectProvider<DataSource> dataSource,
            @OnetDataSource ObjectProvider<DataSource> onetDataSource) {
        return factory.create(() -> onetDataSource.getIfAvailable(dataSource::getObject));
    }

    @Bean
    @Lazy
    @ConditionalOnSingleCandidate(Onet.class)
    @ConditionalOnMissingBean
    OnetCatalog onetCatalog(Onet onet) {
        return onet.catalog();
    }

    @Bean
    @Lazy
    @ConditionalOnSingleCandidate(Onet.class)
    @ConditionalOnMissingBean
    SkillGapAnalyzer skillGapAnalyzer(Onet onet) {
        return onet.skillGapAnalyzer();
    }

    @Bean
    @ConditionalOnText("onet4j.release.path")
    @ConditionalOnSingleCandidate(Onet.class)
    ReleaseLoader onetReleaseLoader(OnetProperties properties, ObjectProvider<Onet> onet) {
        return new ReleaseLoader(properties.release(), onet);
    }
}
