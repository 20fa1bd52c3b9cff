package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @TempDir
    static Path home = Path.of("");

    private static Run first = new Run(-1, "", "");

    private ArchiveServer server = newServer();

    @BeforeAll
    static void runForTheFirstTime() {
        first = run("--sample");
    }

    @BeforeEach
    void startServer() {
        server.close();
        server = newServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theFirstRunSaysWhatItSetsUpAndPrintsTheGapAndItsSource() {
        assertThat(first.code()).isZero();
        assertThat(first.notes()).contains("Setting up an embedded PostgreSQL", "Loaded O*NET 29.3:");
        assertThat(first.output())
                .contains(
                        "Computer Programmers  →  Computer Systems Analysts",
                        "Readiness",
                        "Troubleshooting",
                        "Release    O*NET 29.3 of May 2025",
                        "Sample     A small part",
                        "an embedded PostgreSQL",
                        "CC BY 4.0 license");
    }

    @Test
    void theSecondRunLoadsNothing() {
        Run second = run("--sample", "chief executives", "lawyer");

        assertThat(second.code()).isZero();
        assertThat(second.output()).contains("Chief Executives  →  Lawyers");
        assertThat(second.notes()).isEmpty();
    }

    @Test
    void anAmbiguousTitleListsTheChoices() {
        Run run = run("--sample", "software", "lawyers");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.notes())
                .contains(
                        "\"software\" matches several occupations. Choose one by its code:",
                        "  15-1252.00  Software Developers",
                        "  15-1253.00  Software Quality Assurance Analysts and Testers");
    }

    @Test
    void anUnknownTitleSaysThatTheSampleIsSmall() {
        Run run = run("--sample", "astronauts", "lawyers");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes()).contains("No occupation has the title \"astronauts\"", "--release PATH");
    }

    @Test
    void anUnknownCodeListsItsGroup() {
        Run run = run("--sample", "15-1299.00", "lawyers");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes())
                .contains("This release has no occupation 15-1299.00", "  15-1251.00  Computer Programmers");
    }

    @Test
    void anUnratedOccupationNamesRatedOnesAndTheEstimate() {
        Run run = run("--sample", "software developers", "15-1211");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes())
                .contains(
                        "This release has no ratings of skills for Software Developers (15-1252.00)",
                        "  15-1251.00  Computer Programmers",
                        "--estimate");
    }

    @Test
    void anEstimateSaysWhatItIsMadeOf() {
        Run run = run("--sample", "--estimate", "software developers", "15-1211");

        assertThat(run.code()).isZero();
        assertThat(run.output())
                .contains(
                        "15-1252.00 (estimated)",
                        "O*NET has no ratings of Software Developers; the levels are estimated");
    }

    @Test
    void aDomainThatTheReleaseLacksIsTold() {
        Run run = run("--sample", "--domain", "abilities");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes()).contains("This release has no ratings of abilities, only of skills.");
    }

    @Test
    void neitherTheSampleNorOfflineReachesOut() {
        String address = server.address("db_29_3_text.zip").toString();

        assertThat(run("--sample", "--download-url", address).code()).isZero();
        assertThat(run("--offline", "--download-url", address).code()).isZero();
        assertThat(run("--release", Project.SAMPLE.toString(), "--download-url", address)
                        .code())
                .isZero();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void withNoReleaseNamedTheArchiveIsAskedFor() {
        Run run = run("--download-url", server.address("db_29_3_text.zip").toString());

        assertThat(server.requests()).containsExactly("/db_29_3_text.zip");
        assertThat(run.code()).isZero();
        assertThat(run.notes())
                .contains("Download failed: the server answered with status 404.", "Using the small sample");
    }

    @Test
    void whereTheArchiveCanNotBeReachedTheSampleStandsIn() {
        int port = FreePort.find();

        Run run = run("--download-url", "https://127.0.0.1:" + port + "/db_29_3_text.zip");

        assertThat(run.code()).isZero();
        assertThat(run.notes()).contains("Download failed: no connection to the server.", "Using the small sample");
        assertThat(run.output()).contains("Sample     A small part");
    }

    @Test
    void aSecondQuickstartIsToldToWait() {
        try (Home taken = Home.open(home)) {
            Run run = run("--sample");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.notes()).contains("Another quickstart is using " + taken.folder());
        }
    }

    @Test
    void aProcessFileOfAKilledRunIsNoHindrance() throws IOException {
        // The number of this process, which is alive but no PostgreSQL.
        Files.writeString(
                home.resolve("postgresql/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home + "\n");

        assertThat(run("--sample").code()).isZero();
    }

    @Test
    void argumentsThatMakeNoSenseAreToldBeforeAnythingStarts() {
        assertUsage("Name two occupations", "lawyers");
        assertUsage("Name two occupations", "chief", "executives", "lawyers");
        assertUsage("Use either --release or --sample, not both", "--sample", "--release", Project.SAMPLE.toString());
        assertUsage("There is no file or folder no-such.zip", "--release", "no-such.zip");
        assertUsage("must be one of skills, knowledge, abilities, work-activities", "--domain", "work-styles");
        assertUsage("must start with https://", "--download-url", "http://example.org/db_31_0_text.zip");
        assertUsage("--jdbc-url must start with", "--jdbc-url", "jdbc:oracle:thin:scott/tiger@localhost");
        assertUsage("--user and --password need --jdbc-url", "--user", "scott");
    }

    @Test
    void aFolderThatIsNoReleaseIsTold() {
        Run run = run("--release", Project.FOLDER.resolve("onet-examples/src").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes()).contains("is not a whole O*NET release");
    }

    @Test
    void aDatabaseThatCanNotBeReachedIsToldWithoutThePassword() {
        int port = FreePort.find();
        String server = "localhost:" + port;

        for (String url : List.of(
                "jdbc:postgresql://" + server + "/hr?user=scott&password=tiger%21",
                "jdbc:mysql://scott:tiger%21@" + server + "/hr",
                "jdbc:postgresql://localhost:none/hr?password=tiger%21")) {
            Run run = run("--sample", "--jdbc-url", url);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.notes()).contains("Can't connect to jdbc:").doesNotContain("tiger");
        }
    }

    private static void assertUsage(String message, String... arguments) {
        Run run = run(arguments);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.notes()).contains(message, "See ./quickstart --help");
        assertThat(run.notes()).doesNotContain("tiger");
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(notes, true, StandardCharsets.UTF_8),
                new Style(true, false),
                false);
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        int code = new Quickstart(Project.FOLDER, screen).run(all.toArray(String[]::new));
        return new Run(code, output.toString(StandardCharsets.UTF_8), notes.toString(StandardCharsets.UTF_8));
    }

    private static ArchiveServer newServer() {
        try {
            return new ArchiveServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The exit code of a run, and what it printed. */
    private record Run(int code, String output, String notes) {}
}
