package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.release.Layout;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseRows;
import io.github.onet4j.release.ReleaseTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Releases of full size, where they are at hand: in the folder that the environment variable ONET_RELEASES names, or in
 * ../shared/onet beside the project. They are no part of the project. The figures were counted from the files with a
 * script of a few lines that shares no code with onet4j.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealReleasesTest {
    private OnetRelease legacy;
    private OnetRelease text;
    private OnetRelease csv;
    private OnetCatalog catalog;

    @BeforeAll
    void open() {
        Path folder = folder();
        assumeTrue(
                Files.isRegularFile(folder.resolve("db_29_3_text.zip")),
                "no releases in " + folder.toAbsolutePath()
                        + "; name their folder in ONET_RELEASES to run these tests");
        legacy = OnetRelease.open(folder.resolve("db_29_3_text.zip"));
        text = OnetRelease.open(folder.resolve("relaid_31_0_text.zip"));
        csv = OnetRelease.open(folder.resolve("relaid_31_0_csv.zip"));
        catalog = legacy.catalog();
    }

    static Path folder() {
        String named = System.getenv("ONET_RELEASES");
        Path module = Path.of(System.getProperty("basedir", ""));
        return named != null
                ? Path.of(named)
                : module.resolve("../../shared/onet").normalize();
    }

    @Test
    void eachSaysWhatItIs() {
        assertThat(List.of(legacy, text, csv))
                .extracting(
                        OnetRelease::version,
                        OnetRelease::layout,
                        release -> release.date().orElseThrow())
                .containsExactly(
                        tuple("29.3", Layout.TEXT_SINGLE_SKILLS_FILE, YearMonth.of(2025, 5)),
                        tuple("31.0", Layout.TEXT, YearMonth.of(2026, 8)),
                        tuple("31.0", Layout.CSV, YearMonth.of(2026, 8)));
        assertThat(catalog.release().sha256()).isEqualTo(legacy.info().sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void noFileIsUnknown() {
        assertThat(List.of(legacy, text, csv))
                .allSatisfy(release -> assertThat(release.files())
                        .extracting(ReleaseFile::status)
                        .doesNotContain(ReleaseFile.Status.UNKNOWN));
    }

    @Test
    void everyTableHasItsRows() {
        Map<ReleaseTable, Long> both = new HashMap<>(Map.of(
                ReleaseTable.OCCUPATION_DATA, 1016L,
                ReleaseTable.CONTENT_MODEL_REFERENCE, 627L,
                ReleaseTable.LEVEL_SCALE_ANCHORS, 483L,
                ReleaseTable.SKILLS, 61_530L,
                ReleaseTable.KNOWLEDGE, 58_014L,
                ReleaseTable.JOB_ZONES, 923L,
                ReleaseTable.JOB_TITLES, 56_560L,
                ReleaseTable.SAMPLE_OF_REPORTED_TITLES, 7796L,
                ReleaseTable.RELATED_OCCUPATIONS, 18_460L,
                ReleaseTable.SOFTWARE_SKILLS, 32_681L));
        Map<ReleaseTable, Long> older = new HashMap<>(both);
        older.putAll(Map.of(
                ReleaseTable.SCALES_REFERENCE, 29L,
                ReleaseTable.WORK_STYLES, 14_064L,
                ReleaseTable.JOB_ZONE_REFERENCE, 5L));
        Map<ReleaseTable, Long> newer = new HashMap<>(both);
        newer.putAll(Map.of(
                ReleaseTable.SCALES_REFERENCE, 32L,
                ReleaseTable.WORK_STYLES, 28_128L,
                ReleaseTable.JOB_ZONE_REFERENCE, 4L));
        assertThat(counts(legacy)).containsAllEntriesOf(older);
        assertThat(counts(text)).containsAllEntriesOf(newer);
        assertThat(counts(csv)).isEqualTo(counts(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db_28_0_text_loadable.zip",
                "db_29_1_text.zip",
                "db_29_3_text.zip",
                "db_30_1_text.zip",
                "db_30_3_text_partial.zip",
                "db_30_3_csv_partial.zip"
            })
    void everyLineOfEveryFileIsARow(String archive) throws IOException {
        Path path = folder().resolve(archive);
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        OnetRelease release = OnetRelease.open(path);

        Map<String, Long> lines = linesBelowTheHeader(path);
        for (ReleaseTable table : release.tables()) {
            long expected = release.files().stream()
                    .filter(file -> file.table() == table)
                    .mapToLong(file -> lines.get(file.name()))
                    .sum();
            assertThat(count(release, table)).as("%s of %s", table, release).isEqualTo(expected);
        }
        assertThat(release.files().stream().filter(file -> file.table() == null))
                .extracting(ReleaseFile::name)
                .containsExactly("Read Me.txt");
    }

    /** No value of these archives has a line break. */
    private static Map<String, Long> linesBelowTheHeader(Path archive) throws IOException {
        Map<String, Long> lines = new HashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    lines.put(name, reader.lines().count() - 1);
                }
            }
        }
        return lines;
    }

    private static long count(OnetRelease release, ReleaseTable table) {
        try (ReleaseRows rows = release.rows(table)) {
            rows.forEachRemaining(row -> {});
            return rows.rowsRead();
        }
    }

    @Test
    void bothLayoutsOf303HaveTheSameRows() {
        Path textArchive = folder().resolve("db_30_3_text_partial.zip");
        Path csvArchive = folder().resolve("db_30_3_csv_partial.zip");
        assumeTrue(Files.isRegularFile(textArchive) && Files.isRegularFile(csvArchive), "no 30.3");
        OnetRelease asText = OnetRelease.open(textArchive);
        OnetRelease asCsv = OnetRelease.open(csvArchive);

        assertThat(asText.tables()).containsAll(asCsv.tables());
        for (ReleaseTable table : asCsv.tables()) {
            assertThat(valuesOf(asCsv, table)).as("%s", table).isEqualTo(valuesOf(asText, table));
        }
    }

    private static List<List<String>> valuesOf(OnetRelease release, ReleaseTable table) {
        List<List<String>> values = new ArrayList<>();
        try (ReleaseRows rows = release.rows(table)) {
            rows.forEachRemaining(
                    row -> values.add(table.columns().stream().map(row::text).toList()));
        }
        return values;
    }

    @Test
    void skillsAndKnowledgeAreTheSameInEveryLayout() {
        for (ReleaseTable table : List.of(ReleaseTable.SKILLS, ReleaseTable.KNOWLEDGE)) {
            Set<List<String>> rows = values(legacy, table);
            assertThat(rows).hasSize(table == ReleaseTable.SKILLS ? 61_530 : 58_014);
            assertThat(values(text, table).equals(rows)).as("%s as text", table).isTrue();
            assertThat(values(csv, table).equals(rows)).as("%s as CSV", table).isTrue();
        }
    }

    @Test
    void manyOccupationsHaveNoRatingsOfSkills() {
        Set<Occupation> rated = new HashSet<>(catalog.ratedOccupations(Domain.SKILLS));
        List<Occupation> unrated = catalog.occupations().stream()
                .filter(occupation -> !rated.contains(occupation))
                .toList();
        assertThat(rated).hasSize(879);
        assertThat(unrated)
                .hasSize(137)
                .extracting(Occupation::title)
                .contains("Software Developers", "Data Scientists");
        List<Long> ratedRelated = unrated.stream()
                .map(occupation -> catalog.relatedOccupations(occupation.code()))
                .filter(related -> !related.isEmpty())
                .map(related -> related.stream()
                        .filter(relation -> rated.contains(relation.occupation()))
                        .count())
                .toList();
        assertThat(ratedRelated)
                .as("those that have related occupations at all")
                .hasSize(44)
                .allMatch(count -> count >= 13);
        assertThat(catalog.profiles(Domain.SKILLS, codes(rated)))
                .extracting(Profile::coverage)
                .containsOnly(Coverage.RATED);
    }

    @Test
    void levelZeroIsAlwaysNotRelevantAndNotRelevantIsNotAlwaysLevelZero() {
        assertThat(count(ReleaseTable.SKILLS, row -> isLevel(row) && value(row) == 0))
                .isEqualTo(2295);
        assertThat(count(
                        ReleaseTable.SKILLS,
                        row -> isLevel(row) && value(row) == 0 && isYes(row, ReleaseColumn.NOT_RELEVANT)))
                .isEqualTo(2295);
        assertThat(count(ReleaseTable.SKILLS, row -> value(row) > 0 && isYes(row, ReleaseColumn.NOT_RELEVANT)))
                .isEqualTo(1007);
        assertThat(count(ReleaseTable.KNOWLEDGE, row -> value(row) > 0 && isYes(row, ReleaseColumn.NOT_RELEVANT)))
                .isEqualTo(5485);
        assertThat(count(ReleaseTable.SKILLS, row -> !isLevel(row) && row.text(ReleaseColumn.NOT_RELEVANT) != null))
                .isZero();
    }

    @Test
    void whatIsSuppressedOrLeftOutStaysSo() {
        assertThat(count(ReleaseTable.SKILLS, row -> isYes(row, ReleaseColumn.RECOMMEND_SUPPRESS)))
                .isEqualTo(124);
        assertThat(count(
                        ReleaseTable.SKILLS,
                        row -> isLevel(row)
                                && row.requiredText(ReleaseColumn.STANDARD_ERROR)
                                        .equals("0.0000")))
                .isEqualTo(6394);
        Map<ReleaseColumn, Long> leftOut = Map.of(
                ReleaseColumn.RECOMMEND_SUPPRESS, 13_002L,
                ReleaseColumn.STANDARD_ERROR, 14_256L,
                ReleaseColumn.LOWER_CI_BOUND, 14_931L,
                ReleaseColumn.UPPER_CI_BOUND, 14_931L,
                ReleaseColumn.N, 1386L);
        leftOut.forEach((column, rows) -> assertThat(count(ReleaseTable.KNOWLEDGE, row -> row.text(column) == null))
                .as("knowledge without %s", column)
                .isEqualTo(rows));
    }

    @Test
    void titlesRepeatAndBelongToMany() {
        Map<String, Set<String>> codesByTitle = new HashMap<>();
        Set<String> distinctRows = new HashSet<>();
        try (ReleaseRows rows = legacy.rows(ReleaseTable.JOB_TITLES)) {
            rows.forEachRemaining(row -> {
                String title = row.requiredText(ReleaseColumn.JOB_TITLE);
                String code = row.requiredText(ReleaseColumn.ONETSOC_CODE);
                codesByTitle.computeIfAbsent(title, first -> new TreeSet<>()).add(code);
                distinctRows.add(code + title);
            });
        }
        assertThat(distinctRows).as("two rows stand twice").hasSize(56_558);
        assertThat(codesByTitle).hasSize(46_060);
        assertThat(codesByTitle.values().stream().filter(codes -> codes.size() > 1))
                .hasSize(6841);
        assertThat(codesByTitle.get("Machine Operator")).hasSize(43);
        assertThat(catalog.searchOccupations("machine operator", Integer.MAX_VALUE).stream()
                        .filter(match -> match.quality() == TitleMatch.Quality.EXACT))
                .hasSizeGreaterThanOrEqualTo(43);
        assertThat(catalog.requireOccupation("chief executives").code()).hasToString("11-1011.00");
    }

    @Test
    void eachOfTheRelatedListsHasTwentyOccupations() {
        int lists = 0;
        int unrated = 0;
        Set<Occupation> rated = new HashSet<>(catalog.ratedOccupations(Domain.SKILLS));
        for (Occupation occupation : catalog.occupations()) {
            List<RelatedOccupation> related = catalog.relatedOccupations(occupation.code());
            if (!related.isEmpty()) {
                lists++;
                assertThat(related)
                        .hasSize(20)
                        .extracting(RelatedOccupation::occupation)
                        .doesNotContain(occupation);
                assertThat(related.get(4).tier()).isEqualTo("Primary-Short");
                assertThat(related.get(5).tier()).isEqualTo("Primary-Long");
                assertThat(related.get(19))
                        .extracting(RelatedOccupation::tier, RelatedOccupation::index)
                        .containsExactly("Supplemental", 20);
                unrated += (int) related.stream()
                        .filter(relation -> !rated.contains(relation.occupation()))
                        .count();
            }
        }
        assertThat(lists).isEqualTo(923);
        assertThat(unrated).isEqualTo(1279);
    }

    @Test
    void theGapFromProgrammersToSystemsAnalystsIsTheOneWorkedOutFromTheFile() {
        SkillGap gap = SkillGapAnalyzer.of(catalog).analyze("15-1251.00", "15-1211.00");
        // Σ w·LV is 59.9253, of which 10.07295 is short.
        assertThat(gap.readiness().orElseThrow()).isCloseTo(1 - 10.07295 / 59.9253, within(1e-9));
        assertThat(gap.gaps()).hasSize(30);
        assertThat(gap.gaps().subList(0, 5))
                .extracting(
                        element -> element.element().name(),
                        element -> element.grade().orElseThrow())
                .containsExactly(
                        tuple("Troubleshooting", Grade.CLEAR),
                        tuple("Operation and Control", Grade.CLEAR),
                        tuple("Equipment Selection", Grade.CLEAR),
                        // 1.00 / √(0.5000² + 0.1890²) = 1.87
                        tuple("Reading Comprehension", Grade.TENTATIVE),
                        tuple("Judgment and Decision Making", Grade.CLEAR));
        assertThat(gap.gaps().get(0).share().orElseThrow()).isCloseTo(0.019988, within(1e-6));
        assertThat(gap.gaps().get(29).share().orElseThrow()).isCloseTo(0.000957, within(1e-6));
        assertThat(gap.gaps().stream().filter(element -> element.grade().orElseThrow() == Grade.CLEAR))
                .hasSize(15);
        assertThat(gap.matched())
                .extracting(element -> element.element().id())
                .containsExactly("2.A.1.b", "2.B.3.a", "2.B.3.m");
        assertThat(gap.surplus()).extracting(element -> element.element().id()).containsExactly("2.B.3.e", "2.A.1.f");
        assertThat(gap.from().oldestRating()).hasValue(YearMonth.of(2018, 8));
        assertThat(gap.to().newestRating()).hasValue(YearMonth.of(2023, 8));
        assertThat(SkillGapAnalyzer.of(catalog).missingSkills("15-1251.00", "15-1211.00"))
                .extracting(Element::name)
                .containsExactly("Equipment Selection", "Repairing", "Equipment Maintenance");
    }

    @Test
    void everyRatedOccupationIsReadyForItselfAndEveryShortfallIsExplained() {
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        List<OnetSocCode> codes = codes(catalog.ratedOccupations(Domain.SKILLS));
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).value();
            assertThat(analyzer.analyze(code, code).readiness()).hasValue(1);
            SkillGap gap =
                    analyzer.analyze(code, codes.get((i + 100) % codes.size()).value());
            double shares =
                    gap.gaps().stream().mapToDouble(RealReleasesTest::share).sum();
            assertThat(gap.readiness().orElseThrow() + shares).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void unratedOccupationsAreRefusedWithTheirRatedSiblings() {
        assertThat(catchThrowableOfType(
                                UnratedOccupationException.class,
                                () -> SkillGapAnalyzer.of(catalog).analyze("15-1251.00", "15-2051.00"))
                        .ratedAlternatives())
                .extracting(Occupation::code)
                .map(OnetSocCode::value)
                .startsWith("15-2051.01", "15-2051.02");
    }

    private static double share(ElementGap gap) {
        return gap.share().orElse(0);
    }

    private static List<OnetSocCode> codes(Collection<Occupation> occupations) {
        return occupations.stream().map(Occupation::code).sorted().toList();
    }

    private static Map<ReleaseTable, Long> counts(OnetRelease release) {
        return release.tables().stream().collect(Collectors.toMap(table -> table, table -> {
            try (ReleaseRows rows = release.rows(table)) {
                rows.forEachRemaining(row -> {});
                return rows.rowsRead();
            }
        }));
    }

    private static Set<List<String>> values(OnetRelease release, ReleaseTable table) {
        Set<List<String>> values = new HashSet<>();
        try (ReleaseRows rows = release.rows(table)) {
            rows.forEachRemaining(row -> values.add(table.columns().stream()
                    .map(column -> String.valueOf(row.text(column)))
                    .toList()));
        }
        return values;
    }

    private long count(ReleaseTable table, Predicate<ReleaseRow> wanted) {
        long count = 0;
        try (ReleaseRows rows = legacy.rows(table)) {
            while (rows.hasNext()) {
                count += wanted.test(rows.next()) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isLevel(ReleaseRow row) {
        return row.requiredText(ReleaseColumn.SCALE_ID).equals(Scale.LEVEL);
    }

    private static double value(ReleaseRow row) {
        return Double.parseDouble(row.requiredText(ReleaseColumn.DATA_VALUE));
    }

    private static boolean isYes(ReleaseRow row, ReleaseColumn column) {
        return Boolean.TRUE.equals(row.flag(column));
    }
}
