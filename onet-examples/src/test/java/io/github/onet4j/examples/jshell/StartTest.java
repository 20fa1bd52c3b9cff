package io.github.onet4j.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.examples.jshell.StartScript.Run;
import io.github.onet4j.examples.quickstart.Project;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    private static final String SAMPLE = Project.SAMPLE.toString();
    private static final String CREDIT = "Includes information from the O*NET 29.3 Database";

    @TempDir
    static Path folder = Path.of("");

    private static StartScript start = new StartScript(folder, folder);
    private static Run first = new Run(-1, "", "");

    @BeforeAll
    static void runForTheFirstTime() throws Exception {
        start = new StartScript(folder, folder.toRealPath().resolve("a home"));
        first = start.run(script("first-gap.jsh"));
    }

    @Test
    void theFirstGap() {
        assertThat(first.code()).as(first.notes()).isZero();
        assertThat(first.output())
                .contains(
                        "Computer Programmers to Computer Systems Analysts, readiness 0.832",
                        "Troubleshooting               1.62 to 3.88  CLEAR",
                        "\"Find the hole in a bicycle tube under water\"",
                        CREDIT);
        assertThat(first.notes()).contains("Setting up an embedded PostgreSQL in " + start.home());
    }

    @Test
    void theTypedQueryWithoutALogoOrALogLine() throws Exception {
        Run run = start.run(script("typed-query.jsh"));

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output().lines())
                .hasSize(11)
                .contains("|Computer Programmers                           |4.8800|    4.7500|")
                .endsWith("The highest level is 4.8800 of 7.");
        assertThat(run.notes().lines().filter(line -> !line.contains("JDK_JAVA_OPTIONS")))
                .containsExactly("Using the small sample that ships with onet4j; for all occupations:  --release PATH");
    }

    @Test
    void theClosestTitles() throws Exception {
        Run run = start.run(script("closest-titles.jsh"));

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .contains(
                        "15-1251.00  Computer Programmers",
                        "found by \"Programmer Analyst\", PREFIX",
                        "Chief Executives (11-1011.00)",
                        "\"software\" may be any of [Software Developers (15-1252.00),");
    }

    @Test
    void theCsvHasARowForEachGapToEveryRatedOccupation() throws Exception {
        Run run = start.run(script("all-gaps-csv.jsh"));

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.notes()).contains(CREDIT);
        assertThat(rows(run.output())).containsExactlyElementsOf(expectedRows("15-1251.00"));
    }

    @Test
    void theCsvGoesToANamedFileFromANamedOccupation() throws Exception {
        Run run = start.run(
                Map.of("FROM", "11-1011.00", "CSV", "gaps.csv"), "", "--zip", SAMPLE, script("all-gaps-csv.jsh"));

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(rows(Files.readString(folder.resolve("gaps.csv"))))
                .containsExactlyElementsOf(expectedRows("11-1011.00"));
    }

    @Test
    void theThreeThingsOfTheGreetingCanBeTyped() throws Exception {
        List<String> things = threeThings(start.type(List.of("/exit")));

        Run run = start.type(things);

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .contains("O*NET 29.3, 28 occupations, in an embedded PostgreSQL")
                .contains(
                        "$1 ==> \"from below 2",
                        "$2 ==> [",
                        "Software Developers (15-1252.00)",
                        "$3 ==> +--",
                        "|title ")
                .doesNotContain("|  Error");
    }

    @Test
    void theScriptsCanBeOpenedAtThePromptToo() throws Exception {
        Run run = start.type(Stream.of("first-gap.jsh", "typed-query.jsh", "closest-titles.jsh", "all-gaps-csv.jsh")
                .map(name -> "/open " + script(name))
                .toList());

        assertThat(run.output())
                .contains("readiness 0.832", "The highest level is 4.8800 of 7.", "Chief Executives (11-1011.00)")
                .contains("from,to,element_id")
                .doesNotContain("|  Error", "|  Exception");
    }

    @Test
    void aReleaseOnDiskNeedsNoDatabase() throws Exception {
        StartScript elsewhere = new StartScript(folder, folder.resolve("unused"));
        List<String> things = threeThings(elsewhere.type(List.of("/exit"), "--zip", SAMPLE));

        Run run = elsewhere.type(things, "--zip", SAMPLE);

        assertThat(run.code()).as(run.notes()).isZero();
        assertThat(run.output())
                .contains("O*NET 29.3, 28 occupations, without a database. Variables: catalog, analyzer\n")
                .contains("$1 ==> \"from below 2", "Software Developers (15-1252.00)", "OccupationLevel[")
                .doesNotContain("|  Error");
        assertThat(elsewhere.home()).doesNotExist();
    }

    @Test
    void variablesAreThereAgainAfterAReset() throws Exception {
        Run run = start.type(List.of("/reset", "onet.releases().size() + dsl.fetchCount(ONET_ACTIVE_SKILL)"));

        assertThat(run.output()).contains("$1 ==> 911");
    }

    @Test
    void theDatabaseStopsWithTheInputAndWithTheProcess() throws Exception {
        Path running = start.home().resolve("postgresql/data/postmaster.pid");

        start.type(List.of("1 + 1"));
        assertThat(running).doesNotExist();

        Process process = start.open();
        assertThat(running).exists();
        process.destroy();
        StartScript.end(process);
        assertThat(running).doesNotExist();
    }

    @Test
    void aKilledJShellIsNoHindrance() throws Exception {
        Process process = start.open();
        process.destroyForcibly();
        StartScript.end(process);

        assertThat(start.run(script("first-gap.jsh")).code()).isZero();
    }

    @Test
    void aSecondOneIsToldToWait() throws Exception {
        Process first = start.open();
        try {
            Run second = start.run(script("first-gap.jsh"));

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.notes()).contains("an open JShell is one too", "--home FOLDER");
        } finally {
            first.destroy();
            StartScript.end(first);
        }
    }

    @Test
    void whatTheQuickstartHasDownloadedIsLoadedAndSoIsANamedRelease() throws Exception {
        StartScript other = new StartScript(folder, folder.resolve("other"));
        zipSample(other.home().resolve("downloads/db_31_0_text.zip"), "");
        zipSample(folder.resolve("named.zip"), "named/");
        Path shown = Files.writeString(
                folder.resolve("shown.jsh"),
                "System.out.println(onet.releases().stream().filter(r -> r.active()).toList().get(0).sourceName());");

        assertThat(other.run(shown.toString()).output()).isEqualTo("db_31_0_text.zip\n");
        assertThat(other.run("--release", "named.zip", shown.toString()).output())
                .isEqualTo("named.zip\n");
        assertThat(other.run(shown.toString()).output()).isEqualTo("db_31_0_text.zip\n");
    }

    @Test
    void aScriptThatFailsEndsTheRunAndNamesItsLine() throws Exception {
        Path failing =
                Files.writeString(folder.resolve("failing.jsh"), "\nanalyzer.analyze(\"15-1299\", \"15-1211\");\n");

        Run run = start.run("--zip", SAMPLE, failing.toString(), script("first-gap.jsh"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.notes()).contains("failing.jsh:2: io.github.onet4j.OccupationNotFoundException: ", "15-1299.00");
    }

    @Test
    void theExitCodeIsJShells() throws Exception {
        assertThat(start.type(List.of("/exit 3"), "--zip", SAMPLE).code()).isEqualTo(3);
    }

    @Test
    void argumentsThatMakeNoSenseAreTold() throws Exception {
        assertUsage("There is no file or folder no-such.zip, which --zip names.", "--zip", "no-such.zip");
        assertUsage("There is no file or folder no-such.jsh, to be run.", "no-such.jsh");
        assertUsage("--release and --zip can't be used together.", "--zip", SAMPLE, "--release", SAMPLE);
        Run noRelease = start.run("--release", StartScript.SCRIPTS.toString());
        assertThat(noRelease.code()).isEqualTo(1);
        assertThat(noRelease.notes()).contains("is not a whole O*NET release");
    }

    @Test
    void helpNamesVariablesAndOptions() throws Exception {
        Run run = start.run("--help");

        assertThat(run.code()).isZero();
        assertThat(run.output()).contains("onet, catalog, analyzer and dsl", "--release", "--zip", "--home", "SCRIPT");
    }

    private static void assertUsage(String message, String... arguments) throws Exception {
        Run run = start.run(arguments);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.notes()).contains(message, "See onet-examples/jshell/start --help");
    }

    private static String script(String name) {
        return StartScript.SCRIPTS.resolve(name).toString();
    }

    private static List<String> threeThings(Run run) {
        List<String> things = run.output()
                .lines()
                .dropWhile(line -> !line.equals("Three things to type:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList();
        assertThat(things).as(run.output()).hasSize(3);
        return things;
    }

    private static List<List<String>> rows(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                csv,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            assertThat(parser.getHeaderNames()).startsWith("from", "to", "element_id", "skill");
            return parser.getRecords().stream().map(CSVRecord::toList).toList();
        }
    }

    private static List<List<String>> expectedRows(String from) {
        OnetCatalog catalog = OnetRelease.open(Project.SAMPLE).catalog();
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        Occupation source = catalog.requireOccupation(from);
        return catalog.ratedOccupations(Domain.SKILLS).stream()
                .filter(target -> !target.equals(source))
                .map(target -> analyzer.analyze(source.code(), target.code(), GapOptions.DEFAULTS))
                .flatMap(StartTest::expectedRows)
                .toList();
    }

    private static Stream<List<String>> expectedRows(SkillGap gap) {
        return gap.gaps().stream()
                .map(skill -> List.of(
                        gap.from().name(),
                        gap.to().name(),
                        skill.element().id(),
                        skill.element().name(),
                        skill.from() == null ? "" : String.valueOf(skill.fromLevel()),
                        String.valueOf(skill.toLevel()),
                        String.valueOf(skill.grade()),
                        String.valueOf(skill.share()),
                        skill.inWords()));
    }

    private static void zipSample(Path zip, String prefix) throws IOException {
        Files.createDirectories(zip.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file);
                Stream<Path> sample = Files.list(Project.SAMPLE)) {
            for (Path part : sample.sorted().toList()) {
                entries.putNextEntry(new ZipEntry(prefix + part.getFileName()));
                Files.copy(part, entries);
                entries.closeEntry();
            }
        }
    }
}
