package io.github.onet4j.jooq;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadOptions.Activation;
import io.github.onet4j.jooq.load.LoadOptions.AlreadyLoaded;
import io.github.onet4j.jooq.load.LoadOptions.RejectedRows;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadProgress;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.Layout;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseFormatException;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Loading, activating and pruning releases. */
final class LoadTest extends OnEachEngine {
    private static final LoadOptions KEEP_ASIDE = LoadOptions.DEFAULTS.rejectedRows(RejectedRows.KEEP_ASIDE);

    @Test
    void reportsWhatItDid() {
        OnetRelease release = open(MiniRelease.text().withFile("Notes of ours.txt", "hello"));

        LoadReport report = onetWithTables().load(release);

        assertThat(report.outcome()).isEqualTo(LoadReport.Outcome.LOADED);
        assertThat(report.committed()).isTrue();
        assertThat(report.elapsed()).isPositive();
        assertThat(report.path()).contains(isMySql() ? LoadPath.LOAD_DATA_LOCAL : LoadPath.COPY);
        assertThat(report.skippedFiles().stream().collect(toMap(ReleaseFile::name, ReleaseFile::status)))
                .isEqualTo(Map.of(
                        "Read Me.txt", ReleaseFile.Status.KNOWN,
                        "Notes of ours.txt", ReleaseFile.Status.UNKNOWN));
        assertThat(report.release().layout()).isEqualTo(Layout.TEXT);
        assertThat(report.release().sourceName()).isEqualTo("mini1.zip");
        assertThat(report.release().active()).isTrue();
        assertThat(report.release().info()).isEqualTo(release.info());
    }

    @Test
    void countsTheRowsOfEachFile() {
        MiniRelease mini = MiniRelease.text();

        LoadReport report = onetWithTables().load(open(mini));

        Map<String, Long> lines = mini.files().stream()
                .filter(file -> !file.equals("Read Me.txt"))
                .collect(toMap(
                        file -> file,
                        file -> new String(mini.bytes(file), StandardCharsets.UTF_8)
                                        .lines()
                                        .count()
                                - 1));
        assertThat(report.files().stream().collect(toMap(LoadReport.FileLoad::name, LoadReport.FileLoad::stored)))
                .isEqualTo(lines);
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.read()).isEqualTo(file.stored()))
                .allSatisfy(file -> assertThat(file.keptAside()).isZero());
        assertThat(report.rowsStored())
                .isEqualTo(lines.values().stream().mapToLong(Long::longValue).sum());
        assertThat(report.rowsKeptAside()).isZero();
    }

    @Test
    void storesTheTablesThatAreNamedAndThoseThatTheyReferTo() {
        OnetRelease withoutSkills = open(MiniRelease.singleSkillsText().withoutFile("Skills.txt"));
        Onet onet = onetWithTables();
        assertThatThrownBy(() -> onet.load(withoutSkills))
                .isInstanceOf(ReleaseFormatException.class)
                .hasMessageContaining(" has no Skills.txt (or skills.csv), nor ");

        LoadReport report = onet.load(
                withoutSkills, LoadOptions.DEFAULTS.tables(ReleaseTable.JOB_TITLES, ReleaseTable.TASK_RATINGS));

        assertThat(report.files())
                .extracting(LoadReport.FileLoad::table)
                .containsExactlyInAnyOrder(
                        ReleaseTable.OCCUPATION_DATA,
                        ReleaseTable.SCALES_REFERENCE,
                        ReleaseTable.JOB_TITLES,
                        ReleaseTable.TASK_STATEMENTS,
                        ReleaseTable.TASK_RATINGS);
        assertThat(report.skippedFiles()).extracting(ReleaseFile::name).contains("Knowledge.txt", "Read Me.txt");
        assertThat(count("onet_task_rating")).isEqualTo(4);
        assertThat(count("onet_rating")).isZero();
        assertThat(onet.catalog().searchOccupations("programmer", 1)).hasSize(1);
        assertThat(onet.catalog().domains()).isEmpty();
    }

    @Test
    void isRepeatedWhereAnEarlierOneLeftOutTables() {
        OnetRelease release = open(MiniRelease.text());
        Onet onet = onetWithTables();
        LoadOptions titles = LoadOptions.DEFAULTS.tables(ReleaseTable.JOB_TITLES);

        assertThat(List.of(
                        onet.load(release, titles),
                        onet.load(release, titles),
                        onet.load(release),
                        onet.load(release, titles),
                        onet.load(release)))
                .extracting(LoadReport::outcome)
                .containsExactly(
                        LoadReport.Outcome.LOADED,
                        LoadReport.Outcome.ALREADY_LOADED,
                        LoadReport.Outcome.LOADED,
                        LoadReport.Outcome.ALREADY_LOADED,
                        LoadReport.Outcome.ALREADY_LOADED);
        assertThat(onet.catalog().domains()).contains(Domain.SKILLS);

        execute("update onet_release set loaded_tables = null");
        assertThat(onet.load(release).outcome())
                .as("by a version that had fewer tables")
                .isEqualTo(LoadReport.Outcome.LOADED);
    }

    @Test
    void tellsHowFarItHasCome() {
        MiniRelease mini = withTitles(MiniRelease.text(), 12_000);
        OnetRelease release = open(mini);
        List<LoadProgress> told = new ArrayList<>();

        onetWithTables().load(release, LoadOptions.DEFAULTS.progress(told::add));

        long bytes = mini.files().stream()
                .filter(file -> !file.equals("Read Me.txt"))
                .mapToLong(file -> mini.bytes(file).length)
                .sum();
        assertThat(told).extracting(LoadProgress::bytes).isSorted();
        assertThat(told).extracting(LoadProgress::bytesTotal).containsOnly(bytes);
        assertThat(told.get(told.size() - 1).bytes()).isEqualTo(bytes);
        assertThat(told.stream().map(LoadProgress::table).distinct()).containsExactlyElementsOf(release.tables());
        assertThat(told.stream().filter(progress -> progress.table() == ReleaseTable.JOB_TITLES))
                .extracting(LoadProgress::rows)
                .containsExactly(5000L, 10_000L, 12_000L);
    }

    @Test
    void isEndedByAListenerThatThrows() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        long before = countAll();
        IllegalStateException stop = new IllegalStateException("the host shuts down");
        Error broken = new LinkageError("the host lacks a class");
        OnetRelease release = open(withTitles(MiniRelease.text(), 6000));

        assertThatThrownBy(() -> onet.load(release, atTitles(() -> {
                    throw stop;
                })))
                .isSameAs(stop);
        assertThatThrownBy(() -> onet.load(release, atTitles(() -> {
                    throw broken;
                })))
                .isSameAs(broken);

        assertThat(countAll()).isEqualTo(before);
        assertThat(onet.releases()).hasSize(1);
        assertThat(onet.load(release).outcome()).isEqualTo(LoadReport.Outcome.LOADED);
    }

    /** Runs while the rows of a table are sent, so that what it throws passes through the driver. */
    private static LoadOptions atTitles(Runnable action) {
        return LoadOptions.DEFAULTS.progress(progress -> {
            if (progress.table() == ReleaseTable.JOB_TITLES) {
                action.run();
            }
        });
    }

    @Test
    void doesNothingForAnArchiveThatIsThere() {
        Onet onet = onetWithTables();
        OnetRelease release = open(MiniRelease.text());
        LoadReport first = onet.load(release);
        long before = countAll();

        LoadReport second = onet.load(release);

        assertThat(second.outcome()).isEqualTo(LoadReport.Outcome.ALREADY_LOADED);
        assertThat(second.release()).isEqualTo(first.release());
        assertThat(second.files()).isEmpty();
        assertThat(second.path()).isEmpty();
        assertThat(second.rowsStored()).isZero();
        assertThat(countAll()).isEqualTo(before);
    }

    @Test
    void activatesAnArchiveThatIsThere() {
        Onet onet = onetWithTables();
        OnetRelease old = open(MiniRelease.singleSkillsText());
        onet.load(old);
        onet.load(open(MiniRelease.text()));

        assertThat(onet.load(old, LoadOptions.DEFAULTS.activation(Activation.LATER))
                        .release()
                        .active())
                .isFalse();
        assertThat(onet.catalog().release().version()).isEqualTo("31.0");

        LoadReport report = onet.load(old);

        assertThat(report.outcome()).isEqualTo(LoadReport.Outcome.ALREADY_LOADED);
        assertThat(report.release().active()).isTrue();
        assertThat(onet.catalog().release().version()).isEqualTo("29.3");
    }

    @Test
    void loadsAnArchiveAgainWhenTold() {
        Onet onet = onetWithTables();
        OnetRelease release = open(MiniRelease.text());
        LoadReport first = onet.load(release);
        long before = countAll();

        LoadReport second = onet.load(release, LoadOptions.DEFAULTS.alreadyLoaded(AlreadyLoaded.LOAD_AGAIN));

        assertThat(second.outcome()).isEqualTo(LoadReport.Outcome.LOADED);
        assertThat(second.release().id()).isGreaterThan(first.release().id());
        assertThat(countAll()).isEqualTo(2 * before);
        assertThat(onet.releases())
                .extracting(StoredRelease::id, StoredRelease::active)
                .containsExactly(
                        tuple(second.release().id(), true),
                        tuple(first.release().id(), false));
        assertThat(onet.load(release).release().id()).isEqualTo(second.release().id());
    }

    @Test
    void leavesTheActiveReleaseUntilAnotherIsActivated() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());

        LoadReport later = onet.load(open(MiniRelease.text()), LoadOptions.DEFAULTS.activation(Activation.LATER));

        assertThat(later.release().active()).isFalse();
        assertThat(onet.catalog().release().version()).isEqualTo("29.3");
        assertThat(onet.skillGapAnalyzer()
                        .analyze("15-1251", "15-1211")
                        .release()
                        .version())
                .isEqualTo("29.3");

        onet.activate(later.release());

        assertThat(onet.catalog().release()).isEqualTo(later.release().info());
        assertThat(onet.skillGapAnalyzer()
                        .analyze("15-1251", "15-1211")
                        .release()
                        .version())
                .isEqualTo("31.0");

        onet.activate(onet.requireRelease("29.3"));

        assertThat(onet.catalog().release().version()).isEqualTo("29.3");
    }

    @Test
    void isInvisibleToReadersWhileNothingIsActive() {
        Onet onet = onetWithTables();

        assertThatThrownBy(() -> onet.catalog().release())
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessage("no O*NET release is active; load one with onet.load(OnetRelease.open(path))");

        onet.load(open(MiniRelease.text()), LoadOptions.DEFAULTS.activation(Activation.LATER));

        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1251", "15-1211"))
                .isInstanceOfSatisfying(
                        ReleaseNotLoadedException.class,
                        e -> assertThat(e.loaded()).isEqualTo(onet.releases()).hasSize(1))
                .hasMessageStartingWith("no O*NET release is active; loaded are O*NET 31.0 (release 1, loaded ")
                .hasMessageEndingWith(": activate one with onet.activate(release)");
        assertThat(onet.catalog(onet.requireRelease("31.0")).occupations()).hasSize(8);
    }

    @Test
    void namesWhatIsLoadedWhereAVersionIsNot() {
        Onet onet = onetWith(MiniRelease.text());

        assertThat(onet.requireRelease("31.0").active()).isTrue();
        assertThatThrownBy(() -> onet.requireRelease("30.2"))
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessageStartingWith("O*NET 30.2 is not loaded; loaded are O*NET 31.0 (release 1,");
    }

    @Test
    void prunesAllButTheActiveAndTheNewest() {
        Onet onet = onetWithTables();
        List<StoredRelease> loaded = new ArrayList<>();
        for (String version : List.of("30.0", "30.1", "30.2", "30.3")) {
            loaded.add(onet.load(open(MiniRelease.text().version(version, "May 2026")))
                    .release());
        }
        onet.activate(loaded.get(0));
        long all = countAll();

        List<StoredRelease> pruned = onet.prune(1);

        assertThat(pruned)
                .extracting(StoredRelease::id)
                .containsExactly(loaded.get(2).id(), loaded.get(1).id());
        assertThat(onet.releases())
                .extracting(release -> release.info().version())
                .containsExactly("30.3", "30.0");
        assertThat(countAll()).isEqualTo(all / 2);
        assertThat(onet.prune(1)).isEmpty();
        assertThat(onet.prune(0))
                .extracting(release -> release.info().version())
                .containsExactly("30.3");
        assertThat(onet.catalog().release().version()).isEqualTo("30.0");
        assertThatIllegalArgumentException().isThrownBy(() -> onet.prune(-1)).withMessageContaining("-1");
    }

    @Test
    void doesNotActivateAReleaseThatIsPruned() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        StoredRelease old = onet.requireRelease("29.3");
        onet.load(open(MiniRelease.text()));
        onet.prune(0);

        assertThatThrownBy(() -> onet.activate(old))
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessageContaining("is no longer loaded; loaded are O*NET 31.0");

        assertThat(onet.catalog().release().version()).isEqualTo("31.0");
    }

    @Test
    void neverGivesANumberTwice() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        int second = onet.load(open(MiniRelease.text())).release().id();
        onet.activate(onet.requireRelease("29.3"));
        onet.prune(0);

        int third = onet.load(open(MiniRelease.text())).release().id();

        assertThat(third).isGreaterThan(second);
    }

    @Test
    void storesMonthAndTimeWhateverTheZones() {
        Instant before = Instant.now().minusMillis(1);

        StoredRelease stored = onetWithTables().load(open(MiniRelease.text())).release();

        Instant after = Instant.now();
        assertThat(stored.info().date()).isEqualTo(YearMonth.of(2026, 8));
        assertThat(stored.loadedAt()).isBetween(before, after);
        assertThat(onet().releases()).containsExactly(stored);
        assertThat(value("select release_month from onet_release")).isEqualTo("2026-08-01");
        String text = isMySql()
                ? value("select date_format(loaded_at_utc, '%Y-%m-%dT%H:%i:%s.%f') from onet_release")
                : value("select to_char(loaded_at_utc, 'YYYY-MM-DD\"T\"HH24:MI:SS.US') from onet_release");
        assertThat(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)).isEqualTo(stored.loadedAt());
        assertThat(value("select count(*) from onet_rating where date_updated = '2004-06-01'"))
                .as("2 elements on 2 scales")
                .isEqualTo("4");
        assertThat(onet().catalog()
                        .profile(new OnetSocCode("53-3033.00"), Domain.KNOWLEDGE)
                        .elements())
                .allSatisfy(
                        rated -> assertThat(rated.level().orElseThrow().date()).isEqualTo(YearMonth.of(2004, 6)));
    }

    @Test
    void storesAReleaseThatDoesNotSayItsMonth() {
        StoredRelease stored = onetWithTables()
                .load(open(MiniRelease.text().withFile("Read Me.txt", "O*NET 31.0 Database\n")))
                .release();

        assertThat(stored.info().date()).isNull();
        assertThat(onet().releases()).containsExactly(stored);
    }

    @Test
    void failsOnRowsThatCanNotBeUsedAndNamesThemAll() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        long before = countAll();
        MiniRelease bad = MiniRelease.text()
                .withCell("Essential Skills.txt", 3, "Data Value", "x")
                .withCell("Knowledge.txt", 2, "N", "many")
                .withLine("Job Zones.txt", "99-9999.99\t3\t08/2023\tAnalyst")
                .withLine("Job Titles.txt", "too\tfew");

        assertThatThrownBy(() -> onet.load(open(bad)))
                .isInstanceOfSatisfying(LoadRejectedException.class, e -> {
                    assertThat(e.count()).isEqualTo(4);
                    assertThat(e.rows())
                            .extracting(RejectedRow::file, RejectedRow::line, RejectedRow::column, RejectedRow::value)
                            .containsExactlyInAnyOrder(
                                    tuple("Essential Skills.txt", 3L, "Data Value", "x"),
                                    tuple("Knowledge.txt", 2L, "N", "many"),
                                    tuple("Job Zones.txt", 8L, "O*NET-SOC Code", "99-9999.99"),
                                    tuple("Job Titles.txt", 11L, null, null));
                })
                .hasMessageStartingWith("nothing was loaded: 4 rows of the release are unusable.")
                .hasMessageContaining("RejectedRows.KEEP_ASIDE")
                .hasMessageContaining("Essential Skills.txt, line 3, column \"Data Value\": found \"x\"");

        assertThat(countAll()).isEqualTo(before);
        assertThat(onet.catalog().release().version()).isEqualTo("29.3");
    }

    @Test
    void keepsRowsAsideThatCanNotBeUsed() {
        Onet onet = onetWithTables();
        MiniRelease bad = MiniRelease.text()
                .withCell("Essential Skills.txt", 3, "Data Value", "x")
                .withLine("Job Titles.txt", "too\tfew \u0000 \uD83D\uDE00");

        LoadReport report = onet.load(open(bad), KEEP_ASIDE);

        assertThat(rows("select release_id, rejection, file_name, line_number, column_label, found, expected, row_text"
                        + " from onet_rejected_row order by rejection"))
                .containsExactly(
                        List.of(
                                "1",
                                "1",
                                "Essential Skills.txt",
                                "3",
                                "Data Value",
                                "x",
                                "a number such as 4.12, with at most three digits before the point and four behind it",
                                "11-1011.00\t2.A.1.a\tReading"
                                        + " Comprehension\tLV\tx\t8\t0.1637\t4.4291\t5.0709\tN\tN\t08/2023\tAnalyst"),
                        Arrays.asList(
                                "1",
                                "2",
                                "Job Titles.txt",
                                "11",
                                null,
                                null,
                                "4 fields as in the header, not 2",
                                "too\tfew \uFFFD \uD83D\uDE00"));
        assertThat(report.rowsKeptAside()).isEqualTo(2);
        assertThat(report.files())
                .filteredOn(file -> file.keptAside() > 0)
                .extracting(LoadReport.FileLoad::name, LoadReport.FileLoad::read, LoadReport.FileLoad::stored)
                .containsExactlyInAnyOrder(tuple("Essential Skills.txt", 22L, 21L), tuple("Job Titles.txt", 10L, 9L));
        assertThat(rows("select scale_id from onet_rating where onetsoc_code = '11-1011.00' and element_id ="
                        + " '2.A.1.a'"))
                .containsExactly(List.of("IM"));
        onet.load(open(MiniRelease.text()));
        onet.prune(0);
        assertThat(count("onet_rejected_row")).isZero();
    }

    @Test
    void cutsWhatIsTooLongToKeepAside() {
        onetWithTables()
                .load(
                        open(MiniRelease.text().withCell("Occupation Data.txt", 9, "Title", "😀".repeat(9000))),
                        KEEP_ASIDE);

        assertThat(value("select max(char_length(found)) from onet_rejected_row where file_name = 'Occupation"
                        + " Data.txt'"))
                .isEqualTo("500");
        assertThat(Integer.parseInt(value("select max(char_length(row_text)) from onet_rejected_row")))
                .isBetween(3900, 8000);
    }

    @Test
    void survivesFiveThousandBadLines() {
        Random random = new Random(20_261_122);
        MiniRelease release = MiniRelease.text();
        Map<String, Integer> added = new TreeMap<>();
        List<String> files = List.of(
                "Occupation Data.txt",
                "Essential Skills.txt",
                "Knowledge.txt",
                "Work Styles.txt",
                "Job Titles.txt",
                "Related Occupations.txt",
                "Level Scale Anchors.txt",
                "Scales Reference.txt",
                "Software Skills.txt",
                "Content Model Reference.txt");
        for (String file : files) {
            List<String> lines = new String(release.bytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String broken = random.ints(500, 0, Integer.MAX_VALUE)
                    .mapToObj(seed -> broken(lines.get(1 + seed % (lines.size() - 1)), new Random(seed)))
                    .collect(Collectors.joining("\r\n"));
            added.put(file, lines.size() - 1 + 500);
            release = release.withFile(file, String.join("\r\n", lines) + "\r\n" + broken + "\r\n");
        }

        LoadReport report = onetWithTables().load(open(release), KEEP_ASIDE);

        assertThat(report.files())
                .filteredOn(file -> files.contains(file.name()))
                .hasSize(10)
                .allSatisfy(file -> assertThat(file.stored() + file.keptAside())
                        .isEqualTo(file.read())
                        .isEqualTo((long) Objects.requireNonNull(added.get(file.name()))));
        assertThat(count("onet_rejected_row")).isEqualTo(report.rowsKeptAside()).isGreaterThan(4000);
        // The elements of Content Model Reference and of the ratings are one table.
        long loaded = countAll() - count("onet_rejected_row") - count("onet_release") - count("onet_element");
        long reference = report.files().stream()
                .filter(file -> file.table() == ReleaseTable.CONTENT_MODEL_REFERENCE)
                .mapToLong(LoadReport.FileLoad::stored)
                .sum();
        assertThat(loaded).isEqualTo(report.rowsStored() - reference);
        assertThat(onet().catalog().occupations()).hasSizeGreaterThanOrEqualTo(8);
    }

    /** A line with one thing changed that makes it useless, or hardly ever another good one. */
    private static String broken(String line, Random random) {
        String[] cells = line.split("\t", -1);
        int cell = random.nextInt(cells.length);
        return switch (random.nextInt(9)) {
            case 0 -> line + "\tone more";
            case 1 -> line.substring(0, line.lastIndexOf('\t'));
            case 2 -> replaced(cells, cell, "n/a");
            case 3 -> replaced(cells, cell, "\\N");
            case 4 -> replaced(cells, cell, "1".repeat(5000));
            case 5 -> replaced(cells, cell, "\u0001\u0000\uFFFD");
            case 6 -> replaced(cells, cell, "-9999999999.99999");
            case 7 -> replaced(cells, 0, "00-0000.0" + random.nextInt(10)) + "\\";
            default -> line;
        };
    }

    private static String replaced(String[] cells, int position, String value) {
        String[] changed = cells.clone();
        changed[position] = value;
        return String.join("\t", changed);
    }

    private static MiniRelease withTitles(MiniRelease release, int count) {
        StringBuilder titles = new StringBuilder("O*NET-SOC Code\tJob Title\tShort Title\tSource(s)\r\n");
        for (int i = 0; i < count; i++) {
            titles.append("15-1252.00\tDeveloper ").append(i).append("\tn/a\t08\r\n");
        }
        return release.withFile("Job Titles.txt", titles.toString());
    }
}
