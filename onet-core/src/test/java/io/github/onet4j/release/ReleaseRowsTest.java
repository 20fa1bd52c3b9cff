package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RatingKey;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseRowsTest {
    @TempDir
    private Path folder;

    static Stream<MiniRelease> layouts() {
        return Stream.of(MiniRelease.singleSkillsText(), MiniRelease.text(), MiniRelease.csv());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aRatingIsOnAScaleAndInACategoryWhereItsFileHasOne(MiniRelease mini) {
        OnetRelease release = open(mini);
        assertThat(rows(release, ReleaseTable.WORK_CONTEXT))
                .extracting(ReleaseRow::ratingKey)
                .startsWith(RatingKey.of("CX"), new RatingKey("CXP", 1), new RatingKey("CXP", 2));
        assertThat(rows(release, ReleaseTable.EDUCATION_TRAINING_AND_EXPERIENCE))
                .extracting(ReleaseRow::ratingKey)
                .startsWith(new RatingKey("RL", 6), new RatingKey("RL", 8), RatingKey.IMPORTANCE);
        assertThat(rows(release, ReleaseTable.SKILLS))
                .extracting(ReleaseRow::ratingKey)
                .containsOnly(RatingKey.IMPORTANCE, RatingKey.LEVEL);
    }

    @Test
    void aHighPointOfNoInterestAndNoValueIsZero() {
        OnetRelease release = open(MiniRelease.singleSkillsText());
        assertThat(rows(release, ReleaseTable.CAREER_INTEREST_TYPES).get(2).text(DATA_VALUE))
                .isEqualTo("0.00");
        assertThat(rows(release, ReleaseTable.WORK_VALUES).get(1).text(DATA_VALUE))
                .isEqualTo("0.00");
    }

    @Test
    void aTaskThatIsNotStatedIsRefusedWhereItIsRated() {
        String rating = "53-3033.00\t777\tIM\tn/a\t3\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a";
        OnetRelease release = open(MiniRelease.text().withLine("Task Ratings.txt", rating));
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> rows(release, ReleaseTable.TASK_RATINGS))
                .withMessage("Task Ratings.txt, line 6, column \"Task ID\": found \"777\", expected a value listed in"
                        + " Task Statements");
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyTableHasTheRowsOfItsFiles(MiniRelease mini) {
        OnetRelease release = open(mini);
        for (ReleaseTable table : release.tables()) {
            assertThat(rows(release, table)).as("rows of %s", table).hasSize(mini.count(table.name()));
        }
        // 5 occupations with 5 skills on 2 scales, and one with 2 importances and 1 level
        assertThat(mini.counts())
                .containsEntry("skills", 53)
                .containsEntry("occupation_data", 8)
                .hasSize(release.tables().size());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void lineEndsAndByteOrderMarksDoNotMatter(MiniRelease mini) {
        List<UnaryOperator<MiniRelease>> writings = List.of(
                MiniRelease::withLineFeeds,
                MiniRelease::withoutLastLineEnd,
                MiniRelease::withByteOrderMark,
                plain -> plain.withByteOrderMark().withLineFeeds().withoutLastLineEnd());
        for (ReleaseTable table : ReleaseTable.values()) {
            List<List<String>> expected = values(open(mini), table);
            assertThat(writings)
                    .allSatisfy(writing ->
                            assertThat(values(open(writing.apply(mini)), table)).isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"SKILLS", "KNOWLEDGE", "OCCUPATION_DATA", "JOB_TITLES", "RELATED_OCCUPATIONS", "LEVEL_SCALE_ANCHORS"})
    void allLayoutsGiveTheSameRows(ReleaseTable table) {
        List<List<List<String>>> values =
                layouts().map(mini -> values(open(mini), table)).toList();
        assertThat(values.get(0)).containsExactlyInAnyOrderElementsOf(values.get(1));
        assertThat(values.get(1)).isEqualTo(values.get(2));
    }

    @Test
    void columnsAreFoundByTheirLabels() {
        List<List<String>> expected = values(open(MiniRelease.text()), ReleaseTable.SKILLS);
        MiniRelease moved = MiniRelease.text()
                .withColumnsReversed("Essential Skills.txt")
                .withColumnsReversed("Transferable Skills.txt")
                .withColumn("Essential Skills.txt", "Mood", "good")
                .withCell("Transferable Skills.txt", 1, "Scale ID", " SCALE id ");
        assertThat(values(open(moved), ReleaseTable.SKILLS)).isEqualTo(expected);
    }

    @Test
    void aRowGivesItsValuesByType() {
        // 11-1011.00's Programming: level 0.62, standard error 0.1830, so bounds 0.62 ± 0.3587
        ReleaseRow row =
                rows(open(MiniRelease.singleSkillsText()), ReleaseTable.SKILLS).get(7);
        assertThat(row.table()).isEqualTo(ReleaseTable.SKILLS);
        assertThat(row.file()).isEqualTo("Skills.txt");
        assertThat(row.line()).isEqualTo(9);
        assertThat(row.number()).isEqualTo(8);
        assertThat(row.code(ONETSOC_CODE)).isEqualTo(OnetSocCode.parse("11-1011"));
        assertThat(row.requiredText(SCALE_ID)).isEqualTo("LV");
        assertThat(row.decimal(DATA_VALUE)).isEqualTo(0.62);
        assertThat(row.integer(N)).isEqualTo(8);
        assertThat(row.decimal(LOWER_CI_BOUND)).isEqualTo(0.2613);
        assertThat(row.flag(RECOMMEND_SUPPRESS)).isFalse();
        assertThat(row.flag(NOT_RELEVANT)).isTrue();
        assertThat(row.month(DATE)).isEqualTo(YearMonth.of(2023, 8));
        assertThat(row.text(DATE)).isEqualTo("2023-08-01");
        assertThat(row.text(row.table().columns().indexOf(DOMAIN_SOURCE))).isEqualTo("Analyst");
        assertThat(row)
                .hasToString(
                        "Skills.txt:9 [11-1011.00, 2.B.3.e, Programming, LV, 0.62, 8, 0.1830, 0.2613, 0.9787, N, Y,"
                                + " 2023-08-01, Analyst]");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveOrThatMayBeMissingIsTheCallersMistake() {
        ReleaseRow row = rows(open(MiniRelease.text()), ReleaseTable.SKILLS).get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.text(JOB_ZONE))
                .withMessageContaining("SKILLS has no column JOB_ZONE; it has [ONETSOC_CODE,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.requiredText(NOT_RELEVANT))
                .withMessage("NOT_RELEVANT of SKILLS may be without a value");
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aMissingValueIsNullInEveryLayout(MiniRelease mini) {
        List<ReleaseRow> knowledge = rows(open(mini), ReleaseTable.KNOWLEDGE);
        ReleaseRow row = knowledge.get(13); // 53-3033.00, 2.C.1.a, LV
        assertThat(row.requiredText(ONETSOC_CODE)).isEqualTo("53-3033.00");
        assertThat(row.integer(N)).isNull();
        assertThat(row.decimal(STANDARD_ERROR)).isNull();
        assertThat(row.flag(RECOMMEND_SUPPRESS)).isNull();
        assertThat(row.flag(NOT_RELEVANT)).isTrue();
        assertThat(knowledge.get(12).flag(NOT_RELEVANT)).as("an IM row").isNull();
    }

    @Test
    void notAvailableIsAMissingValueInTextOnly() {
        MiniRelease csv =
                MiniRelease.csv().withRow("job_titles.csv", "11-1011.00", "Chief Executives", "Boss", "n/a", "");
        assertThat(last(open(csv), ReleaseTable.JOB_TITLES).text(SHORT_TITLE)).isEqualTo("n/a");
        MiniRelease text = MiniRelease.text().withLine("Job Titles.txt", "11-1011.00\tBoss\tn/a\t");
        assertThat(last(open(text), ReleaseTable.JOB_TITLES).text(SHORT_TITLE)).isNull();
        assertThat(last(open(text), ReleaseTable.JOB_TITLES).text(SOURCES)).isNull();
    }

    @Test
    void aColumnThatALayoutLacksIsNull() {
        ReleaseRow style =
                rows(open(MiniRelease.text()), ReleaseTable.WORK_STYLES).get(0);
        assertThat(style.decimal(STANDARD_ERROR)).isNull();
        assertThat(style.decimal(DATA_VALUE)).isEqualTo(2.54);
        ReleaseRow older = rows(open(MiniRelease.singleSkillsText()), ReleaseTable.WORK_STYLES)
                .get(0);
        assertThat(older.decimal(STANDARD_ERROR)).isEqualTo(0.1218);
        assertThat(rows(open(MiniRelease.text()), ReleaseTable.SOFTWARE_SKILLS)
                        .get(0)
                        .text(COMMODITY_CODE))
                .isNull();
    }

    @Test
    void quotesInTextStandForThemselves() {
        MiniRelease mini = MiniRelease.text()
                .withLine("Job Titles.txt", "11-1011.00\t\"Boss\tn/a\t08")
                .withLine("Job Titles.txt", "11-1011.00\t\"Boss\"\tn/a\t08")
                .withLine("Job Titles.txt", "11-1011.00\tBo\"\"ss\tn/a\t08");
        List<ReleaseRow> rows = rows(open(mini), ReleaseTable.JOB_TITLES);
        assertThat(rows.subList(9, 12))
                .extracting(row -> row.requiredText(JOB_TITLE))
                .containsExactly("\"Boss", "\"Boss\"", "Bo\"\"ss");
    }

    @Test
    void csvValuesMayHaveQuotesCommasAndADescriptionLineBreaks() {
        MiniRelease mini = MiniRelease.csv()
                .withRow(
                        "occupation_data.csv",
                        "11-1021.00",
                        "Managers, \"General\"",
                        "Plan.\r\nDirect,\n\"coordinate\".")
                .withRow("occupation_data.csv", "11-1031.00", "Legislators", "Make laws.");
        List<ReleaseRow> rows = rows(open(mini), ReleaseTable.OCCUPATION_DATA);
        assertThat(rows.get(8).requiredText(TITLE)).isEqualTo("Managers, \"General\"");
        assertThat(rows.get(8).requiredText(DESCRIPTION)).isEqualTo("Plan.\r\nDirect,\n\"coordinate\".");
        assertThat(rows.get(8).line()).isEqualTo(10);
        assertThat(rows.get(9).requiredText(TITLE)).isEqualTo("Legislators");
        assertThat(rows.get(9).line()).as("the line it starts in").isEqualTo(13);
    }

    @Test
    void emptyLinesAreNoRowsAndLinesAreCountedAllTheSame() {
        MiniRelease text =
                MiniRelease.text().withLine("Job Zones.txt", "").withLine("Job Zones.txt", "15-2051.00\t5\tn/a\tn/a");
        MiniRelease csv = MiniRelease.csv().withLine("job_zones.csv", "").withLine("job_zones.csv", "15-2051.00,x,5,,");
        assertThat(List.of(text, csv)).allSatisfy(mini -> {
            ReleaseRow row = last(open(mini), ReleaseTable.JOB_ZONES);
            assertThat(row.requiredText(JOB_ZONE)).isEqualTo("5");
            assertThat(row.number()).isEqualTo(7);
            assertThat(row.line()).isEqualTo(9);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "08/2023, 2023-08-01",
        "01/1998, 1998-01-01",
        "2023-08-01, 2023-08-01",
        "2023-08-31, 2023-08-01",
        "2023-08, 2023-08-01",
    })
    void aMonthIsReadInBothForms(String written, String read) {
        MiniRelease mini = MiniRelease.text().withCell("Job Zones.txt", 2, "Date", written);
        assertThat(rows(open(mini), ReleaseTable.JOB_ZONES).get(0).text(DATE)).isEqualTo(read);
    }

    @Test
    void readingTellsHowFarItHasCome() {
        MiniRelease mini = MiniRelease.text();
        int bytes = mini.bytes("Essential Skills.txt").length + mini.bytes("Transferable Skills.txt").length;
        try (ReleaseRows rows = open(mini).rows(ReleaseTable.SKILLS)) {
            assertThat(rows.rowsRead()).isZero();
            rows.forEachRemaining(row -> {});
            assertThat(rows.rowsRead()).isEqualTo(53);
            assertThat(rows.bytesRead()).isEqualTo(bytes);
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
        }
    }

    @Test
    void afterClosingThereAreNoMoreRows() {
        ReleaseRows rows = open(MiniRelease.text()).rows(ReleaseTable.SKILLS);
        assertThat(rows.hasNext()).isTrue();
        rows.close();
        assertThat(rows.hasNext()).isFalse();
        rows.close();
    }

    @Test
    void aReleaseIsReadAgainAndAgain() {
        OnetRelease release = open(MiniRelease.text());
        assertThat(values(release, ReleaseTable.SKILLS)).isEqualTo(values(release, ReleaseTable.SKILLS));
    }

    private OnetRelease open(MiniRelease mini) {
        return OnetRelease.open(mini.writeZip(folder.resolve("mini.zip")));
    }

    private static List<ReleaseRow> rows(OnetRelease release, ReleaseTable table) {
        List<ReleaseRow> found = new ArrayList<>();
        try (ReleaseRows rows = release.rows(table)) {
            rows.forEachRemaining(found::add);
        }
        return found;
    }

    private static ReleaseRow last(OnetRelease release, ReleaseTable table) {
        List<ReleaseRow> rows = rows(release, table);
        return rows.get(rows.size() - 1);
    }

    private static List<List<String>> values(OnetRelease release, ReleaseTable table) {
        return rows(release, table).stream()
                .map(row -> table.columns().stream()
                        .map(column -> String.valueOf(row.text(column)))
                        .toList())
                .toList();
    }
}
