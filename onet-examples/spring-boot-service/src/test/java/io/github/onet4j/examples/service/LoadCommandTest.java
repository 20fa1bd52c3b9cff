package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the command that loads a release and exits. */
final class LoadCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void aReleaseIsLoadedOnce(String engine) {
        DatabaseServer server = engine.equals("mysql") ? DatabaseServers.mysql() : DatabaseServers.postgres();
        try (ServiceDatabase database = ServiceDatabase.emptyOn(server)) {
            assertThat(load(database.options(), ServiceDatabase.SAMPLE.toString()))
                    .isZero();
            assertThat(text(out)).contains("O*NET 29.3", "active", "rows from 12 files");
            assertThat(database.onet().skillGapAnalyzer().missingSkills("15-1251.00", "15-1211.00"))
                    .hasSize(3);

            assertThat(load(database.options())).isZero();
            assertThat(text(out)).contains("already loaded, nothing was done");
            assertThat(database.onet().releases()).hasSize(1);
            assertThat(text(err)).isEmpty();
        }
    }

    @Test
    void aPathThatLeadsNowhereIsSaidInOneLineAndTheDatabaseStaysAsItIs() {
        try (ServiceDatabase database = ServiceDatabase.emptyOn(DatabaseServers.postgres())) {
            assertThat(load(database.options(), "nowhere.zip")).isEqualTo(1);

            assertThat(text(err))
                    .startsWith("Nothing was loaded: ")
                    .contains("nowhere.zip")
                    .hasLineCount(1);
            assertThat(database.onet().schema().differences()).isNotEmpty();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidInOneLine() {
        assertThat(load(new String[] {
                    "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                    "--spring.datasource.password=a-password",
                    "--spring.datasource.hikari.connection-timeout=2000"
                }))
                .isEqualTo(1);

        assertThat(text(err))
                .startsWith("Nothing was loaded: ")
                .contains("127.0.0.1:1")
                .doesNotContain("a-password")
                .hasLineCount(1);
    }

    @Test
    void withoutADatabaseThereIsNothingToLoadInto() {
        assertThat(load(new String[] {"--spring.datasource.url="})).isEqualTo(1);

        assertThat(text(err)).contains("spring.datasource.url").hasLineCount(1);
    }

    @Test
    void aDatabaseThatThereIsNoDriverForIsSaidInOneLine() {
        assertThat(load(new String[] {"--spring.datasource.url=jdbc:oracle:thin:@//127.0.0.1/none"}))
                .isEqualTo(1);

        assertThat(text(err)).contains("the configuration is invalid", "oracle").hasLineCount(1);
    }

    private int load(String[] options, String... path) {
        List<String> arguments =
                Stream.concat(Arrays.stream(path), Arrays.stream(options)).toList();
        return LoadCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
