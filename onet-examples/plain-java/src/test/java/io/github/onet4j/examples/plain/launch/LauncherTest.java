package io.github.onet4j.examples.plain.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.plain.ProgramRun;
import io.github.onet4j.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final String ATTRIBUTION = "Includes information from the O*NET 29.3 Database";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AnalysisFromZip      | Computer Programmers to Computer Systems Analysts
                    HikariWithPostgresql | Computer Programmers to Computer Systems Analysts
                    OwnFlyway            | Flyway ran 2, onet
                    OwnSchemaName        | "reference_data"."onet_occupation"
                    """)
    void bringsDatabaseAndReleaseWhereNoneIsNamed(String topic, String printed) {
        ProgramRun run = launch(topic);

        assertThat(run.output()).contains(printed, ATTRIBUTION);
        assertThat(run.errors()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void saysInOneLineWhyAProgramFailed() {
        assertFails("no-such.zip", "AnalysisFromZip", "no-such.zip");
        String nobody = "localhost:" + FreePort.find();
        assertFails(nobody, "HikariWithPostgresql", "jdbc:postgresql://" + nobody + "/x", "me");
    }

    @Test
    void saysWhatIsMissingAndRunsNothing() {
        assertThat(launch("HikariWithMySql"))
                .isEqualTo(
                        refused("This program needs your MySQL: run HikariWithMySql jdbc:mysql://HOST/DATABASE USER"));
        assertThat(launch("OwnFlyway", "jdbc:postgresql://localhost/x"))
                .isEqualTo(refused("A URL needs a user: run OwnFlyway JDBC_URL USER [RELEASE]"));
        assertThat(launch("OwnFlyway", "localhost/x", "me"))
                .isEqualTo(refused("The URL must start with jdbc:postgresql: or jdbc:mysql:"));
    }

    @Test
    void namesEveryProgramWhereItKnowsNoneOfThatName() throws IOException {
        ProgramRun run = launch("NoSuchTopic");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors().lines().filter(line -> line.startsWith("  ")).map(String::strip))
                .containsExactlyElementsOf(programs());
    }

    @Test
    void everyProgramStandsInTheReadme() throws IOException {
        String readme = Files.readString(MODULE.resolve("README.md"));

        assertThat(programs())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(program -> assertThat(readme)
                        .contains("| [" + program + "](src/main/java/io/github/onet4j/examples/plain/" + program
                                + ".java) |")
                        .contains("run " + program));
    }

    private ProgramRun launch(String... arguments) {
        return ProgramRun.of(Launcher.class, folder, "", arguments);
    }

    private void assertFails(String reason, String... arguments) {
        ProgramRun run = launch(arguments);

        assertThat(run.errors()).contains(reason).hasLineCount(1);
        assertThat(run.code()).isEqualTo(1);
    }

    private static ProgramRun refused(String message) {
        return new ProgramRun(2, "", message + System.lineSeparator());
    }

    private static List<String> programs() throws IOException {
        try (Stream<Path> sources = Files.list(MODULE.resolve("src/main/java/io/github/onet4j/examples/plain"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }
}
