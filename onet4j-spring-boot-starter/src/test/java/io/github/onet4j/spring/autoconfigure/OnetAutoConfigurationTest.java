package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.spring.OnetBuilderCustomizer;
import io.github.onet4j.spring.OnetDataSource;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.OnetWebServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Which beans there are, and out of what they are made. */
final class OnetAutoConfigurationTest {
    private final DatabaseServer.Database database = DatabaseServers.postgres().newDatabase();
    private final ApplicationContextRunner host = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(OnetAutoConfiguration.class, OnetHealthAutoConfiguration.class));

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void areAbsentWithoutADataSource() {
        host.run(started -> assertThat(started)
                .hasNotFailed()
                .doesNotHaveBean(Onet.class)
                .doesNotHaveBean(OnetCatalog.class)
                .doesNotHaveBean(SkillGapAnalyzer.class)
                .doesNotHaveBean("onetHealthIndicator"));
    }

    @Test
    void areAbsentWithoutSpringJdbc() {
        host.withBean(DataSource.class, OnetAutoConfigurationTest::nowhere)
                .withClassLoader(new FilteredClassLoader(TransactionAwareDataSourceProxy.class))
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(Onet.class));
    }

    @Test
    void areMadeOutOfTheOnlyDataSource() {
        onDatabase().run(started -> {
            Onet onet = started.getBean(Onet.class);
            assertThat(started.getBean(OnetCatalog.class)).isSameAs(onet.catalog());
            assertThat(started).hasSingleBean(SkillGapAnalyzer.class).doesNotHaveBean(ReleaseLoader.class);
        });
    }

    @Test
    void giveWayToThoseOfTheHost() {
        Onet own = Onet.create(database.dataSource()).build();
        OnetCatalog ownCatalog = own.catalog();
        SkillGapAnalyzer ownAnalyzer = SkillGapAnalyzer.of(ownCatalog);
        onDatabase()
                .withBean("ownOnet", Onet.class, () -> own)
                .withBean("ownCatalog", OnetCatalog.class, () -> ownCatalog)
                .withBean("ownAnalyzer", SkillGapAnalyzer.class, () -> ownAnalyzer)
                .run(started -> {
                    assertThat(started.getBean(Onet.class)).isSameAs(own);
                    assertThat(started.getBean(OnetCatalog.class)).isSameAs(ownCatalog);
                    assertThat(started.getBean(SkillGapAnalyzer.class)).isSameAs(ownAnalyzer);
                });
    }

    @Test
    void areNotMadeOutOfTwoOfTheHosts() {
        onDatabase()
                .withBean(
                        "one",
                        Onet.class,
                        () -> Onet.create(database.dataSource()).build())
                .withBean(
                        "other",
                        Onet.class,
                        () -> Onet.create(database.dataSource()).build())
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .doesNotHaveBean(OnetCatalog.class)
                        .doesNotHaveBean(SkillGapAnalyzer.class)
                        .doesNotHaveBean("onetHealthIndicator"));
    }

    @Test
    void letTheApplicationStartWithoutItsDatabase() {
        host.withBean(DataSource.class, OnetAutoConfigurationTest::nowhere).run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.containsBeanDefinition("onet")).isTrue();
        });
    }

    @Test
    void areMadeOutOfTheMarkedOneOfSeveralDataSources() {
        host.withPropertyValues("onet4j.schema=none")
                .withUserConfiguration(TwoDataSources.class)
                .withBean(DatabaseServer.Database.class, () -> database)
                .run(started -> assertThat(started.getBean(Onet.class).schema().differences())
                        .isNotEmpty());
    }

    @Test
    void askWhichWhereNoneOfSeveralDataSourcesIsMarked() {
        host.withBean("one", DataSource.class, OnetAutoConfigurationTest::nowhere)
                .withBean("other", DataSource.class, OnetAutoConfigurationTest::nowhere)
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    assertThatThrownBy(() -> started.getBean(Onet.class))
                            .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class);
                });
    }

    @Test
    void haveClientsOnlyWhereThereAreKeys() {
        onDatabase()
                .withPropertyValues("onet4j.web-services.api-key=", "onet4j.gemini.api-key=  ")
                .run(started -> {
                    assertThat(started).doesNotHaveBean(OnetWebServices.class).doesNotHaveBean(LanguageModel.class);
                    assertThatThrownBy(started.getBean(Onet.class)::pipeline).isInstanceOf(IllegalStateException.class);
                });
        onDatabase()
                .withPropertyValues(
                        "onet4j.web-services.api-key=key-4711",
                        "onet4j.gemini.api-key=key-4712",
                        "onet4j.gemini.model=gemini-4.0",
                        "onet4j.gemini.base-url=http://localhost:1/")
                .run(started -> {
                    assertThat(started.getBean(GeminiLanguageModel.class))
                            .hasToString("Gemini gemini-4.0 at http://localhost:1/");
                    assertThat(started.getBean(Onet.class).pipeline()).isNotNull();
                    assertThat(started.getBean(Onet.class).assessments()).isNotNull();
                });
    }

    @Test
    void useTheHostsOwnClientsListenersAndOptions(@TempDir Path folder) {
        Path zip = MiniRelease.text().writeZip(folder.resolve("db_31_0_text.zip"));
        List<LoadReport> heard = new ArrayList<>();
        LanguageModel model = prompt -> {
            throw new UnsupportedOperationException();
        };
        onDatabase()
                .withPropertyValues("onet4j.schema=create", "onet4j.gemini.api-key=key-4712")
                .withBean("assistant", LanguageModel.class, () -> model)
                .withBean(OnetListener.class, () -> new OnetListener() {
                    @Override
                    public void loadSucceeded(LoadReport report) {
                        heard.add(report);
                    }
                })
                .withBean(OnetBuilderCustomizer.class, () -> builder -> builder.schemaName("elsewhere"))
                .run(started -> {
                    assertThat(started).doesNotHaveBean(GeminiLanguageModel.class);
                    assertThatThrownBy(() -> started.getBean(Onet.class))
                            .hasRootCauseMessage("ERROR: schema \"elsewhere\" does not exist\n  Position: 14");
                });
        onDatabase()
                .withPropertyValues("onet4j.schema=create")
                .withBean(OnetListener.class, () -> new OnetListener() {
                    @Override
                    public void loadSucceeded(LoadReport report) {
                        heard.add(report);
                    }
                })
                .run(started -> {
                    LoadReport report = started.getBean(Onet.class).load(OnetRelease.open(zip));
                    assertThat(heard).containsExactly(report);
                });
    }

    @Test
    void loadTheReleaseOfThePropertiesAtStart(@TempDir Path folder) {
        Path zip = MiniRelease.text().writeZip(folder.resolve("db_31_0_text.zip"));
        try (ConfigurableApplicationContext started = start("--onet4j.schema=create", "--onet4j.release.path=" + zip)) {
            assertThat(started.getBean(OnetCatalog.class).release().version()).isEqualTo("31.0");
        }
    }

    @Test
    void startWithoutAReleaseOnlyWhereTheHostSaysSo(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no zip");
        assertThatThrownBy(() -> start("--onet4j.schema=create", "--onet4j.release.path=" + broken))
                .isInstanceOf(ReleaseLoadException.class)
                .hasMessageContaining(broken.toString());
        try (ConfigurableApplicationContext started = start(
                "--onet4j.schema=create", "--onet4j.release.path=" + broken, "--onet4j.release.on-failure=warn")) {
            assertThat(started.getBean(Onet.class).releases()).isEmpty();
        }
    }

    private ApplicationContextRunner onDatabase() {
        return host.withBean("dataSource", DataSource.class, database::dataSource)
                .withPropertyValues("onet4j.schema=none");
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Host.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .initializers(
                        context -> context.getBeanFactory().registerSingleton("dataSource", database.dataSource()))
                .run(arguments);
    }

    private static DataSource nowhere() {
        return new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(OnetAutoConfiguration.class)
    static class Host {}

    @Configuration(proxyBeanMethods = false)
    static class TwoDataSources {
        @Bean
        DataSource primary() {
            return nowhere();
        }

        @Bean
        @OnetDataSource
        DataSource ofOnet(DatabaseServer.Database database) {
            return database.dataSource();
        }
    }
}
