package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaDifference;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.database.UnsupportedDatabaseException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application that does not start says what to do. */
final class OnetFailureAnalyzerTest {
    @Test
    void isFoundBySpringBoot() {
        // Some of Spring Boot's own take arguments that only an application has.
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(OnetFailureAnalyzer.class);
    }

    @Test
    void tellsMissingTablesFromOnesThatDiffer() {
        SchemaDifference missing = new SchemaDifference("onet_rating", null, "a table", null);
        SchemaDifference differing = new SchemaDifference("onet_rating", "column n", "integer", "varchar(4)");

        assertThat(analysis(new SchemaMismatchException("fix", List.of(missing)))
                        .getDescription())
                .isEqualTo("The database has no tables of onet4j.");
        FailureAnalysis differs = analysis(new SchemaMismatchException("fix", List.of(missing, differing)));
        assertThat(differs.getDescription()).contains("onet_rating, column n: expected integer, found varchar(4)");
        assertThat(differs.getAction()).startsWith("Set onet4j.schema to create");
        assertThat(analysis(new OnetDatabaseException("could not read", new SQLException("no table", "42P01")))
                        .getAction())
                .startsWith("Set onet4j.schema to create");
    }

    @Test
    void saysWhereAReleaseComesFrom() {
        assertThat(analysis(new ReleaseNotLoadedException("no release is active", List.of()))
                        .getAction())
                .contains("onet4j.release.path");
        FailureAnalysis unreadable =
                analysis(new ReleaseLoadException(Path.of("db.zip"), new IllegalStateException("not a zip")));
        assertThat(unreadable.getDescription())
                .isEqualTo("The O*NET release at db.zip could not be loaded: not a zip.");
        assertThat(unreadable.getAction()).contains("onet4j.release.on-failure");
    }

    @Test
    void namesTheDatabaseThatIsNotSupported() {
        FailureAnalysis analysis = analysis(new UnsupportedDatabaseException("H2 2.4"));

        assertThat(analysis.getDescription()).contains("this DataSource connects to H2 2.4");
        assertThat(analysis.getAction()).contains("@OnetDataSource");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(new OnetFailureAnalyzer()
                        .analyze(new OnetDatabaseException("refused", new SQLException("refused", "08001"))))
                .isNull();
    }

    @Test
    void namesThePropertiesOfAMalformedKeyAndDoesNotShowIt() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(OnetAutoConfiguration.class))
                .withBean(DataSource.class, () -> new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere"))
                .withPropertyValues("onet4j.gemini.api-key=two words")
                .run(failed -> {
                    Throwable failure = Objects.requireNonNull(failed.getStartupFailure());
                    FailureAnalysis analysis = Objects.requireNonNull(new OnetFailureAnalyzer().analyze(failure));
                    assertThat(analysis.getDescription()).startsWith("The properties below onet4j.gemini are not");
                    assertThat(analysis.getAction()).contains("onet4j.gemini.api-key");
                    assertThat(analysis.getDescription() + failure).doesNotContain("two words");
                });
    }

    private static FailureAnalysis analysis(RuntimeException failure) {
        return Objects.requireNonNull(
                new OnetFailureAnalyzer().analyze(new BeanCreationException("onet", "could not create", failure)));
    }
}
