package io.github.onet4j.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.examples.jshell.StartScript.Run;
import io.github.onet4j.examples.jshell.StartScript.Session;
import io.github.onet4j.examples.quickstart.Project;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    private static final String SAMPLE = Project.SAMPLE.toString();
    private static final List<String> COLUMNS =
            List.of("from", "to", "element_id", "element", "from_level", "to_level", "grade", "share", "in_words");
    private static final String CREDIT = "Includes information from the O*NET 29.3 Database";

    @TempDir
    static Path folder = Path.of("");

    private static StartScript start = new StartScript(folder, folder);
    private static Run scripts = new Run(-1, "", "");

    /** Runs all scripts for the first time, one after the other. */
    @BeforeAll
    static void runScripts() throws Exception {
        start = new StartScript(folder, folder.toRealPath().resolve("a home"));
        scripts = start.run(
                script("first-gap.jsh"),
                script("typed-query.jsh"),
                script("closest-titles.jsh"),
                script("closest-occupations.jsh"),
                script("paths.jsh"),
                script("person.jsh"),
                script("all-gaps-csv.jsh"));
    }

    @Test
    void theScriptsRunWithoutALogoOrALogLine() {
        assertThat(scripts.code()).as(scripts.notes()).isZero();
        assertThat(scripts.notes().lines().filter(line -> !line.contains("JDK_JAVA_OPTIONS")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("Setting up an embedded PostgreSQL in " + start.home()),
                        line -> assertThat(line).contains("Using the small sample"),
                        line -> assertThat(line).startsWith("Loaded O*NET 29.3: "),
                        line -> assertThat(line).startsWith(CREDIT));
    }

    @Test
    void theFirstGap() {
        assertThat(scripts.output())
                .contains(
                        "Computer Programmers (15-1251.00) to Computer Systems Analysts (15-1211.00)",
                        "Readiness: 83.2 % of the skills needed",
                        "Troubleshooting               1.62  3.88  clear      2.0 %",
                        "\"Find the hole in a bicycle tube under water\"",
                        CREDIT);
    }

    @Test
    void theTypedQuery() {
        assertThat(scripts.output())
                .contains(
                        "|Computer Programmers                           |4.8800|    4.7500|",
                        "The highest level is 4.8800 of 7.");
    }

    @Test
    void theClosestTitles() {
        assertThat(scripts.output())
                .contains(
                        "15-1251.00  Computer Programmers",
                        "found by \"Programmer Analyst\", PREFIX",
                        "Chief Executives (11-1011.00)",
                        "\"software\" may be any of [Software Developers (15-1252.00),");
    }

    @Test
    void theClosestOccupations() {
        assertThat(scripts.output())
                .contains(
                        "Closest to Computer Programmers (15-1251.00)",
                        "Computer Systems Analysts              15-1211.00  20.2 %   5.09    0.67  0.89       2.52",
                        "Software Developers                    15-1252.00  17.7 %   4.97    0.85  1.01      ~2.10",
                        "~ is expected from the other evidence, because one of the two is not rated.");
    }

    @Test
    void theWaysFromOneOccupationToAnother() {
        assertThat(scripts.output())
                .contains(
                        "Straight: the hardest step lacks 28.9 %",
                        "Over 1 stop: the hardest step lacks 23.2 %",
                        "Licensed Practical and Licensed     23.2 %     38.4 %         3  Psychology 3.51 to 5.52");
    }

    @Test
    void aPersonOfWhomLittleIsKnown() {
        assertThat(scripts.output())
                .containsSubsequence(
                        "A person to Computer Systems Analysts (15-1211.00)",
                        "with a probability of 90 %, from ",
                        "Ask next, to narrow the range by ",
                        "none of this",
                        "Answered with 4: from 0.");
    }

    @Test
    void theCsvHasARowForEachGapToEveryRatedOccupation() throws Exception {
        String csv = scripts.output().substring(scripts.output().indexOf("from_code,from,"));

        assertThat(gaps(csv)).containsExactlyElementsOf(expectedRows("15-1251.00"));
    }

    @Test
    void atThePromptTheSuggestionsTheScriptsAndAResetWork() throws Exception {
        Path running = start.home().resolve("postgresql/data/postmaster.pid");
        Session session = start.open(Map.of("FROM", "11-1011.00", "CSV", "gaps.csv"));
        assertThat(running).exists();
        assertThat(session.greeting())
                .anyMatch(line -> line.startsWith("O*NET 29.3, 28 occupations, in an embedded PostgreSQL"));
        Run second = start.run(script("first-gap.jsh"));
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.notes()).contains("an open JShell counts, too", "--home FOLDER");

        List<String> lines = new ArrayList<>(session.suggestions());
        Stream.of(
                        "first-gap.jsh",
                        "typed-query.jsh",
                        "closest-titles.jsh",
                        "closest-occupations.jsh",
                        "paths.jsh",
                        "person.jsh",
                        "all-gaps-csv.jsh")
                .map(name -> "/open " + script(name))
                .forEach(lines::add);
        lines.addAll(List.of("/reset", "onet.releases().size() + dsl.fetchCount(ONET_ACTIVE_SKILL)", "/exit 3"));
        Run run = session.type(lines);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.output())
                .contains(
                        "$1 ==> \"from below 2",
                        "$2 ==> [",
                        "Software Developers (15-1252.00)",
                        "$3 ==> +--",
                        "|title ")
                .contains("Readiness: 83.2 %", "The highest level is 4.8800 of 7.", "Chief Executives (11-1011.00)")
                .contains("$1 ==> 911")
                .doesNotContain("|  Error", "|  Exception");
        assertThat(gaps(Files.readString(folder.resolve("gaps.csv"))))
                .containsExactlyElementsOf(expectedRows("11-1011.00"));
        assertThat(running).doesNotExist();
    }

    @Test
    void aReleaseOnDiskNeedsNoDatabase() throws Exception {
        StartScript elsewhere = new StartScript(folder, folder.resolve("unused"));
        Session session = elsewhere.open(Map.of(), "--zip", SAMPLE);
        assertThat(session.greeting())
                .contains("O*NET 29.3, 28 occupations, without a database. Variables: catalog, analyzer");

        Run run = session.type(session.suggestions());

        assertThat(run.code()).isZero();
        assertThat(run.output())
                .contains("$1 ==> \"from below 2", "Software Developers (15-1252.00)", "OccupationLevel[")
                .doesNotContain("|  Error");
        assertThat(elsewhere.home()).doesNotExist();
    }

    @Test
    void itStartsAfterAKillAndStopsItsDatabaseWhenTerminated() throws Exception {
        start.open(Map.of()).kill();

        Session next = start.open(Map.of());
        Path running = start.home().resolve("postgresql/data/postmaster.pid");
        assertThat(running).exists();
        next.terminate();

        assertThat(running).doesNotExist();
    }

    @Test
    void terminatedWhileItStopsItsDatabaseItEndsAfterTheDatabase() throws Exception {
        Session session = start.open(Map.of());
        Path running = start.home().resolve("postgresql/data/postmaster.pid");
        String server = Files.readAllLines(running).get(0);
        signal("-STOP", server);
        try {
            session.closeInput();
            session.awaitProgram("pg_ctl");
            session.process().toHandle().destroy();
            // A process that does not wait for its database ends now.
            session.process().waitFor(1, TimeUnit.SECONDS);
            assertThat(session.process().isAlive()).isTrue();
        } finally {
            signal("-CONT", server);
        }
        session.awaitEnd();

        assertThat(running).doesNotExist();
    }

    private static void signal(String signal, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, process).start().waitFor())
                .isZero();
    }

    private static String script(String name) {
        return StartScript.SCRIPTS.resolve(name).toString();
    }

    /** Returns the rows that are gaps, with the columns of {@link #expectedRows}. */
    private static List<List<String>> gaps(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.getRecords().stream()
                    .filter(row -> row.get("kind").equals("gap"))
                    .map(row -> COLUMNS.stream().map(row::get).toList())
                    .toList();
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
                        String.valueOf(skill.fromLevel()),
                        String.valueOf(skill.toLevel()),
                        String.valueOf(skill.grade().orElseThrow()),
                        String.valueOf(skill.share().orElseThrow()),
                        skill.inWords()));
    }
}
