package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.ArchiveAnswer;
import io.github.onet4j.testing.ArchiveServer;
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
import picocli.CommandLine.Help.Ansi;

class QuickstartTest {
    private static final String PERSON =
            Project.FOLDER.resolve("onet-examples/sample/person.json").toString();

    @TempDir
    static Path home = Path.of("");

    private static Run first = new Run(-1, "", "");

    private ArchiveServer server = ArchiveServer.start();

    @BeforeAll
    static void runForTheFirstTime() {
        first = run("--sample");
    }

    @BeforeEach
    void startServer() {
        server.close();
        server = ArchiveServer.start();
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
    void theClosestOccupationsHaveWhatMakesThemClose() {
        Run run = run("--sample", "--closest", "computer programmers");

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .contains(
                        "Close to Computer Programmers",
                        "Computer Systems Analysts                       20 %      5.09      0.67      0.89       2.52"
                                + "       1.01",
                        "Software Developers                             18 %      4.97      0.85      1.01      ~2.10",
                        "This release has no tasks",
                        "CC BY 4.0 license");
    }

    @Test
    void thePathsStandBesideTheStraightWay() {
        Run run = run("--sample", "--paths", "nursing assistants", "registered nurses");

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "Nursing Assistants  →  Registered Nurses",
                        "Straight, the hardest step lacks 28.9 %",
                        "Over 1 stop, the hardest step lacks 23.2 %",
                        "→ Licensed Practical and Licensed Vocational Nurses, job zone 3",
                        "learns Psychology 3.51 to 5.52",
                        "→ Registered Nurses, job zone 4",
                        "It is no");
    }

    @Test
    void aStraightWayThatIsNotPlausibleSaysWhyAndSoDoesTheLackOfPaths() {
        Run run = run("--sample", "--paths", "retail salespersons", "registered nurses");

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "Straight, which is no plausible move: the two are not close (",
                        ", and the job zone rises from 2 to 4",
                        "No way with up to 2 stops: ");
    }

    @Test
    void aPersonIsComparedWithATargetAndAskedTheNextQuestion() {
        Run run = run("--sample", "--person", PERSON, "15-1211");

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "A person  →  Computer Systems Analysts",
                        " with a probability of 90 %",
                        "by what is expected to be lacking",
                        "Troubleshooting",
                        "Ask next, which narrows the range by ",
                        "Which of these comes closest to what you can do?",
                        "  0.00  none of this",
                        "Add the answer to the file, as {\"element_id\": \"2.");
    }

    @Test
    void withoutATargetTheOccupationsNearestToAPersonAreRankedWithTies() {
        Run run = run("--sample", "--person", PERSON);

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .contains("Occupations for a person", "     1  ", "share a rank")
                .doesNotContain("Ask next");
    }

    @Test
    void allOccupationsOfAPersonAreListedOnRequest() {
        Run run = run("--sample", "--person", PERSON, "--all");

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output()).contains("Electricians").doesNotContain("more that share");
    }

    @Test
    void whatIsNotRatedIsRefusedWithOthersLikeIt() {
        Run path = run("--sample", "--paths", "15-1251", "15-1252");
        Run person = run("--sample", "--person", PERSON, "15-1252");
        Run nowhere = run("--sample", "--paths", "15-1251", "15-1251");

        for (Run run : List.of(path, person)) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.notes())
                    .contains(
                            "This release has no complete ratings of skills for Software Developers (15-1252.00).",
                            "./quickstart --closest 15-1252.00");
        }
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.notes()).contains("Both names mean Computer Programmers (15-1251.00). Name another target.");
    }

    @Test
    void aFileThatIsNoPersonIsRefusedByItsPlaceAndNotQuoted() throws IOException {
        Path file = home.resolve("person.json");
        Files.writeString(file, "{\"held\": [{\"occupation\": \"secret\", \"wage\": 4711}]}");
        Run unknownProperty = run("--sample", "--person", file.toString());
        Files.writeString(file, "{\"known\": [{\"element_id\": \"2.A.1.a\", \"level\": 8}]}");
        Run noLevel = run("--sample", "--person", file.toString());
        Files.writeString(file, "{\"known\": [{\"element_id\": \"9.9\", \"level\": 3}]}");
        Run noElement = run("--sample", "--person", file.toString());

        assertThat(unknownProperty.code()).isEqualTo(1);
        assertThat(unknownProperty.notes())
                .contains(file + " can't be read as a person, at line 1, column ")
                .doesNotContain("secret", "4711");
        assertThat(noLevel.code()).isEqualTo(1);
        assertThat(noLevel.notes()).contains("The person can't be used: level must be 0 to 7, but was 8.0");
        assertThat(noElement.code()).isEqualTo(1);
        assertThat(noElement.notes()).contains("The person can't be compared: element must be one of", "9.9");
    }

    @Test
    void aDomainThatTheReleaseLacksIsTold() {
        Run run = run("--sample", "--domain", "abilities");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes()).contains("This release has no ratings of abilities, only of skills, knowledge.");
    }

    @Test
    void neitherTheSampleNorOfflineReachesOut() {
        String address = server.address() + "db_29_3_text.zip";

        assertThat(run("--sample", "--download-url", address).code()).isZero();
        assertThat(run("--offline", "--download-url", address).code()).isZero();
        assertThat(run("--release", Project.SAMPLE.toString(), "--download-url", address)
                        .code())
                .isZero();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void withNoReleaseNamedTheArchiveIsAskedFor() {
        Run run = run("--download-url", server.address() + "db_29_3_text.zip");

        assertThat(server.requests()).containsExactly("/db_29_3_text.zip");
        assertThat(run.code()).isZero();
        assertThat(run.notes())
                .contains("Download failed: the server answered with status 404.", "Using the small sample");
    }

    @Test
    void aDownloadIsComparedAndKeptForTheNextRun(@TempDir Path anotherHome) throws IOException {
        byte[] zip = Project.zippedSampleThatRatesDevelopers();
        server.answers(ArchiveAnswer.whole(zip));
        String address = server.address() + "db_29_3_text.zip";

        Run downloaded = runIn(anotherHome, "--download-url", address);
        Run again = runIn(anotherHome, "--download-url", address);

        assertThat(downloaded.notes())
                .contains(
                        "Downloading " + address,
                        "Downloaded; this version of onet4j does not know the checksum",
                        "Loaded O*NET 29.3:");
        assertThat(downloaded.output()).contains("Computer Programmers  →  Software Developers");
        assertThat(again.output()).isEqualTo(downloaded.output());
        assertThat(server.requests()).containsExactly("/db_29_3_text.zip");
        assertThat(anotherHome.resolve("downloads/db_29_3_text.zip")).hasBinaryContent(zip);
    }

    @Test
    void aPageInPlaceOfTheArchiveIsTold() {
        server.answers(ArchiveAnswer.whole("<html>Log in".getBytes(StandardCharsets.UTF_8)));

        Run run = run("--download-url", server.address() + "db_29_3_text.zip");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.notes())
                .contains(
                        "db_29_3_text.zip can't be used: what came is not an O*NET release",
                        "The file was deleted.",
                        "--release PATH,  --sample");
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
        assertUsage("Use one of --closest, --paths and --person.", "--closest", "--paths");
        assertUsage("Name one occupation; you named \"a\" \"b\"", "--closest", "a", "b");
        assertUsage("--domain makes no difference with --closest. Leave one", "--closest", "--domain", "knowledge");
        assertUsage("--all makes no difference with --paths", "--paths", "--all");
        assertUsage("--estimate makes no difference with --person", "--person", PERSON, "--estimate");
        assertUsage("There is no file nobody.json (--person).", "--person", "nobody.json");
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
        return runIn(home, arguments);
    }

    private static Run runIn(Path folder, String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(notes, true, StandardCharsets.UTF_8),
                new Style(true, Ansi.OFF),
                false);
        List<String> all = new ArrayList<>(List.of("--home", folder.toString()));
        all.addAll(List.of(arguments));
        int code = new Quickstart(Project.FOLDER, screen).run(all.toArray(String[]::new));
        return new Run(code, output.toString(StandardCharsets.UTF_8), notes.toString(StandardCharsets.UTF_8));
    }

    /** The exit code of a run, and what it printed. */
    private record Run(int code, String output, String notes) {}
}
