package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadOptions.Activation;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.jooq.schema.DefaultSchema;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Releases of full size, where they lie beside the project or {@code ONET_RELEASES} says where. */
final class RealReleaseTest extends OnEachEngine {
    private static final int PAIRS = 200;

    private static final Map<String, String> TABLES_BY_FILE = Map.of(
            "Scales Reference.txt", "onet_scale",
            "Occupation Data.txt", "onet_occupation",
            "Level Scale Anchors.txt", "onet_level_anchor",
            "Job Zone Reference.txt", "onet_job_zone_reference",
            "Job Zones.txt", "onet_job_zone",
            "Sample of Reported Titles.txt", "onet_reported_title",
            "Related Occupations.txt", "onet_related_occupation");

    @Test
    void isStoredWholeFromEveryLayoutAndAnalyzedAsInMemory() throws IOException {
        Path oldText = archive("db_29_3_text.zip");
        Path newText = archive("relaid_31_0_text.zip");
        Path newCsv = archive("relaid_31_0_csv.zip");
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet onet = Onet.create(pool).build();
            onet.schema().createOrUpgrade();

            StoredRelease old = onet.load(OnetRelease.open(oldText)).release();
            assertCounts(
                    oldText,
                    old,
                    Map.of(
                            "Skills.txt", "SKILLS",
                            "Knowledge.txt", "KNOWLEDGE",
                            "Work Styles.txt", "WORK_STYLES"),
                    "Alternate Titles.txt",
                    "Technology Skills.txt");

            LoadReport second = onet.load(OnetRelease.open(newText), LoadOptions.DEFAULTS.activation(Activation.LATER));
            assertThat(onet.catalog().release().version()).isEqualTo("29.3");
            assertAnalyzedAsInMemory(onet, OnetRelease.open(oldText).catalog());
            onet.activate(second.release());
            assertThat(onet.catalog().release().version()).isEqualTo("31.0");
            assertCounts(
                    newText,
                    second.release(),
                    Map.of("Knowledge.txt", "KNOWLEDGE", "Work Styles.txt", "WORK_STYLES"),
                    "Job Titles.txt",
                    "Software Skills.txt");
            assertAnalyzedAsInMemory(onet, OnetRelease.open(newText).catalog());

            StoredRelease csv = onet.load(OnetRelease.open(newCsv)).release();
            assertSameRows("onet_rating", old, second.release(), "domain in ('SKILLS', 'KNOWLEDGE')");
            for (String table : TABLES) {
                if (!table.equals("onet_release")) {
                    assertSameRows(table, second.release(), csv, "1 = 1");
                }
            }
            assertThat(count("onet_rejected_row")).isZero();
        }
    }

    @Test
    void everyTableHasTheRowsOfItsFiles() throws IOException {
        Onet onet = onetWithTables();
        for (String name : List.of(
                "db_28_0_text_loadable.zip",
                "db_29_1_text.zip",
                "db_29_3_text.zip",
                "db_30_1_text.zip",
                "relaid_31_0_csv.zip")) {
            assertStoredWhole(archive(name), onet);
        }
        StoredRelease text = assertStoredWhole(archive("db_30_3_text_partial.zip"), onet);
        StoredRelease csv = assertStoredWhole(archive("db_30_3_csv_partial.zip"), onet);
        // The archive of CSV files lacks abilities and education, and with them the domain of their elements.
        Set<String> ofBoth = rowsByTable(archive("db_30_3_csv_partial.zip")).keySet();
        assertThat(rowsByTable(archive("db_30_3_text_partial.zip")).keySet()).containsAll(ofBoth);
        for (String stored : ofBoth) {
            String[] tableAndCondition = stored.split(" where ", -1);
            assertSameRows(
                    tableAndCondition[0],
                    text,
                    csv,
                    tableAndCondition[0].equals("onet_element")
                            ? "domain in ('SKILLS', 'KNOWLEDGE', 'WORK_STYLES')"
                            : tableAndCondition[1]);
        }
        assertThat(count("onet_rejected_row")).isZero();
    }

    private StoredRelease assertStoredWhole(Path archive, Onet onet) throws IOException {
        OnetRelease release = OnetRelease.open(archive);
        Map<String, Long> expected = rowsByTable(archive);
        // 29.1 is there without its skills.
        LoadReport report = onet.load(
                release,
                LoadOptions.DEFAULTS.tables(Stream.of(ReleaseTable.values())
                        .filter(table -> table != ReleaseTable.SKILLS || expected.containsKey(storedAs(table)))
                        .toArray(ReleaseTable[]::new)));
        assertThat(report.skippedFiles())
                .as("skipped of " + archive)
                .allSatisfy(file -> assertThat(file.status()).isEqualTo(ReleaseFile.Status.KNOWN));
        int id = report.release().id();
        expected.forEach(
                (stored, rows) -> assertThat(value("select count(*) from " + stored + " and release_id = " + id))
                        .as(stored + " of " + archive)
                        .isEqualTo(String.valueOf(rows)));
        assertThat(report.rowsStored())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        return report.release();
    }

    /** The data rows of an archive's files, by the table with a condition in which they are stored. */
    private static Map<String, Long> rowsByTable(Path archive) throws IOException {
        Map<String, ReleaseTable> tables = new HashMap<>();
        for (ReleaseTable table : ReleaseTable.values()) {
            table.fileTitles().forEach(titles -> titles.forEach(title -> tables.put(title + ".txt", table)));
            table.ids().forEach(ids -> ids.forEach(id -> tables.put(id + ".csv", table)));
        }
        Map<String, Long> rows = new TreeMap<>();
        try (ZipFile files = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(files.entries())) {
                String name = entry.getName().replaceFirst(".*/", "");
                ReleaseTable table = tables.get(name);
                if (table != null) {
                    rows.merge(storedAs(table), rows(files, name), Long::sum);
                }
            }
        }
        return rows;
    }

    private static String storedAs(ReleaseTable table) {
        String condition = table == ReleaseTable.CONTENT_MODEL_REFERENCE
                ? "description is not null"
                : table.domain().map(domain -> "domain = '" + domain + "'").orElse("1 = 1");
        return table.storedIn() + " where " + condition;
    }

    private void assertCounts(
            Path zip, StoredRelease release, Map<String, String> ratings, String titles, String software)
            throws IOException {
        try (ZipFile files = new ZipFile(zip.toFile())) {
            for (Map.Entry<String, String> table : TABLES_BY_FILE.entrySet()) {
                assertCount(files, table.getKey(), table.getValue(), release, "1 = 1");
            }
            for (Map.Entry<String, String> domain : ratings.entrySet()) {
                assertCount(files, domain.getKey(), "onet_rating", release, "domain = '" + domain.getValue() + "'");
            }
            assertCount(files, titles, "onet_job_title", release, "1 = 1");
            assertCount(files, software, "onet_software_skill", release, "1 = 1");
        }
        assertThat(value("select count(*) from onet_rating where domain = 'SKILLS' and release_id = " + release.id()))
                .as("879 occupations, 35 skills, 2 scales")
                .isEqualTo("61530");
    }

    private void assertCount(ZipFile files, String file, String table, StoredRelease release, String condition)
            throws IOException {
        assertThat(Long.parseLong(value(
                        "select count(*) from " + table + " where release_id = " + release.id() + " and " + condition)))
                .as(file)
                .isEqualTo(rows(files, file))
                .isPositive();
    }

    private static long rows(ZipFile files, String name) throws IOException {
        ZipEntry entry = files.stream()
                .filter(file -> file.getName().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.getInputStream(entry), StandardCharsets.UTF_8))) {
            return name.endsWith(".csv")
                    ? CSVFormat.DEFAULT.parse(lines).stream().count() - 1
                    : lines.lines().filter(line -> !line.isEmpty()).count() - 1;
        }
    }

    /** The rows of either release that the other does not have, all columns but the release's number considered. */
    private void assertSameRows(String table, StoredRelease one, StoredRelease other, String condition) {
        String columns = String.join(", ", columns(table));
        String matches = String.join(
                " and ",
                columns(table).stream()
                        .map(column -> isMySql()
                                ? "a." + column + " <=> b." + column
                                : "a." + column + " is not distinct from b." + column)
                        .toList());
        if (isMySql()) {
            // Its 8.0.17 has no EXCEPT; its keys make the join fast.
            assertThat(value("select count(*) from " + table + " a join " + table + " b on " + matches
                            + " where a.release_id = " + one.id() + " and b.release_id = " + other.id() + " and "
                            + condition.replace("domain", "a.domain")))
                    .as(table)
                    .isEqualTo(value(
                            "select count(*) from " + table + " where release_id = " + one.id() + " and " + condition))
                    .isEqualTo(value("select count(*) from " + table + " where release_id = " + other.id() + " and "
                            + condition));
        } else {
            String select = "select " + columns + " from " + table + " where " + condition + " and release_id = ";
            assertThat(rows("(" + select + one.id() + " except all " + select + other.id() + ") union all (" + select
                            + other.id() + " except all " + select + one.id() + ")"))
                    .as(table)
                    .isEmpty();
        }
    }

    private List<String> columns(String table) {
        return Objects.requireNonNull(DefaultSchema.DEFAULT_SCHEMA.getTable(table))
                .fieldStream()
                .map(field -> field.getName())
                .filter(name -> !name.equals("release_id"))
                .toList();
    }

    private static void assertAnalyzedAsInMemory(Onet onet, OnetCatalog inMemory) {
        SkillGapAnalyzer stored = onet.skillGapAnalyzer();
        SkillGapAnalyzer expected = SkillGapAnalyzer.of(inMemory);
        Random random = new Random(29_3);
        for (Domain domain : List.of(Domain.SKILLS, Domain.KNOWLEDGE)) {
            List<Occupation> rated = inMemory.ratedOccupations(domain);
            assertThat(rated).hasSize(879).isEqualTo(onet.catalog().ratedOccupations(domain));
            GapOptions options = GapOptions.DEFAULTS.domain(domain);
            for (int i = 0; i < PAIRS; i++) {
                Occupation from = rated.get(random.nextInt(rated.size()));
                Occupation to = rated.get(random.nextInt(rated.size()));
                assertThat(stored.analyze(from.code(), to.code(), options))
                        .isEqualTo(expected.analyze(from.code(), to.code(), options));
            }
        }
        for (Occupation occupation : inMemory.occupations()) {
            String title = occupation
                    .title()
                    .substring(0, Math.max(4, random.nextInt(occupation.title().length())));
            assertThat(onet.catalog().searchOccupations(title, 20))
                    .as(title)
                    .isEqualTo(inMemory.searchOccupations(title, 20))
                    .isNotEmpty();
        }
        assertThat(onet.catalog().occupationsNeeding("2.B.3.e", 3))
                .isEqualTo(inMemory.occupationsNeeding("2.B.3.e", 3))
                .isNotEmpty();
    }

    static Path archive(String name) {
        String configured = System.getenv("ONET_RELEASES");
        Path folder = configured != null ? Path.of(configured) : besideTheProject();
        Path archive = folder == null ? null : folder.resolve(name);
        assumeTrue(
                archive != null && Files.isRegularFile(archive),
                name + " is not there; name the folder that it lies in by the environment variable ONET_RELEASES");
        return Objects.requireNonNull(archive);
    }

    /** A module's tests run in its own folder. */
    private static @Nullable Path besideTheProject() {
        return List.of(Path.of("../../shared/onet"), Path.of("../shared/onet")).stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }
}
