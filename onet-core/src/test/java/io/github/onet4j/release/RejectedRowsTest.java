package io.github.onet4j.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.testing.MiniRelease;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RejectedRowsTest {
    private static final String DECIMAL =
            "a number such as 4.12, with at most three digits before the point and four behind it";
    private static final String TITLE_TEXT =
            "UTF-8 text of at most 255 characters, without line breaks and control characters";

    @TempDir
    private Path folder;

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("Skills.txt", "O*NET-SOC Code", "11-1011", "an O*NET-SOC code such as 15-1252.00"),
                wrong("Skills.txt", "O*NET-SOC Code", "11-1011.0x", "an O*NET-SOC code such as 15-1252.00"),
                wrong("Skills.txt", "Data Value", "x", DECIMAL),
                wrong("Skills.txt", "Data Value", "4,12", DECIMAL),
                wrong("Skills.txt", "Data Value", "4.", DECIMAL),
                wrong("Skills.txt", "Data Value", ".5", DECIMAL),
                wrong("Skills.txt", "Data Value", "-", DECIMAL),
                wrong("Skills.txt", "Data Value", "+4", DECIMAL),
                wrong("Skills.txt", "Data Value", "4.12345", DECIMAL),
                wrong("Skills.txt", "Data Value", "1000", DECIMAL),
                wrong("Skills.txt", "Data Value", "1e1", DECIMAL),
                wrong("Skills.txt", "Data Value", "NaN", DECIMAL),
                wrong("Skills.txt", "Data Value", "٤", DECIMAL),
                wrong("Skills.txt", "Data Value", " 4.12", DECIMAL),
                wrong("Skills.txt", "Standard Error", "*", DECIMAL),
                wrong("Skills.txt", "N", "8.0", "a whole number of at most nine digits"),
                wrong("Skills.txt", "N", "-8", "a whole number of at most nine digits"),
                wrong("Skills.txt", "N", "1234567890", "a whole number of at most nine digits"),
                wrong("Skills.txt", "Recommend Suppress", "y", "Y or N"),
                wrong("Skills.txt", "Not Relevant", "Yes", "Y or N"),
                wrong("Skills.txt", "Date", "8/2023", "a month as MM/YYYY or YYYY-MM-DD"),
                wrong("Skills.txt", "Date", "13/2023", "a month as MM/YYYY or YYYY-MM-DD"),
                wrong("Skills.txt", "Date", "08/0000", "a month as MM/YYYY or YYYY-MM-DD"),
                wrong("Skills.txt", "Date", "2023-00-01", "a month as MM/YYYY or YYYY-MM-DD"),
                wrong("Skills.txt", "Date", "2023-08-32", "a month as MM/YYYY or YYYY-MM-DD"),
                wrong("Skills.txt", "Date", "2023-08-00", "a month as MM/YYYY or YYYY-MM-DD"),
                wrong("Alternate Titles.txt", "Alternate Title", "x".repeat(256), TITLE_TEXT),
                wrong("Alternate Titles.txt", "Alternate Title", "Bo\u0000ss", TITLE_TEXT),
                wrong("Alternate Titles.txt", "Alternate Title", "Bo\u001bss", TITLE_TEXT),
                wrong("Alternate Titles.txt", "Alternate Title", "Bo\uFFFDss", TITLE_TEXT),
                wrong("Alternate Titles.txt", "Source(s)", "0".repeat(65), TITLE_TEXT.replace("255", "64")),
                wrong(
                        "Occupation Data.txt",
                        "Description",
                        "x".repeat(4001),
                        "UTF-8 text of at most 4000 characters, without control characters"));
    }

    private static Arguments wrong(String file, String column, String value, String expected) {
        return Arguments.of(file, column, value, expected);
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aValueThatIsNotOfItsColumnsTypeNamesFileLineColumnAndWhatWasExpected(
            String file, String column, String value, String expected) {
        MiniRelease mini = MiniRelease.singleSkillsText().withCell(file, 3, column, value);
        RejectedRow row = onlyRejected(mini, tableOf(file));
        assertThat(row.file()).isEqualTo(file);
        assertThat(row.line()).isEqualTo(3);
        assertThat(row.column()).isEqualTo(column.replace("Alternate Title", "Job Title"));
        assertThat(row.value()).isEqualTo(value);
        assertThat(row.expected()).isEqualTo(expected);
        assertThat(row.text()).contains(value);
        assertThat(row.message()).startsWith(file + ", line 3, column \"").doesNotContain("\u0000", "\u001b");
    }

    @Test
    void theMessageSaysWhatWasFoundInOneLine() {
        MiniRelease mini = MiniRelease.singleSkillsText().withCell("Skills.txt", 3, "Data Value", "x");
        assertThat(onlyRejected(mini, ReleaseTable.SKILLS).message())
                .isEqualTo("Skills.txt, line 3, column \"Data Value\": found \"x\", expected " + DECIMAL);
        MiniRelease strange = MiniRelease.singleSkillsText()
                .withCell("Alternate Titles.txt", 3, "Alternate Title", "\u0000".repeat(300));
        assertThat(onlyRejected(strange, ReleaseTable.JOB_TITLES).message())
                .isEqualTo("Alternate Titles.txt, line 3, column \"Job Title\": found \"" + "\\u0000".repeat(80)
                        + "…\", expected " + TITLE_TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "Skills.txt, O*NET-SOC Code",
        "Skills.txt, Element ID",
        "Skills.txt, Element Name",
        "Skills.txt, Scale ID",
        "Skills.txt, Data Value",
        "Occupation Data.txt, Title",
        "Occupation Data.txt, Description",
        "Scales Reference.txt, Minimum",
        "Job Zones.txt, Job Zone",
        "Related Occupations.txt, Index",
        "Technology Skills.txt, Example",
    })
    void aValueThatMayNotBeMissingIsMissed(String file, String column) {
        MiniRelease mini = MiniRelease.singleSkillsText().withCell(file, 3, column, "");
        RejectedRow row = onlyRejected(mini, tableOf(file));
        assertThat(row.value()).isNull();
        assertThat(row.message())
                .startsWith(file + ", line 3, column \"" + column.replaceAll("^Example", "Workplace Example")
                        + "\": found no value, expected ");
    }

    @Test
    void aCodeThatOccupationDataDoesNotHaveIsRefused() {
        for (String file : List.of("Skills.txt", "Alternate Titles.txt", "Job Zones.txt", "Technology Skills.txt")) {
            MiniRelease mini = MiniRelease.singleSkillsText().withCell(file, 2, "O*NET-SOC Code", "99-9999.00");
            assertThat(onlyRejected(mini, tableOf(file)).message())
                    .isEqualTo(file + ", line 2, column \"O*NET-SOC Code\": found \"99-9999.00\", expected a value"
                            + " listed in Occupation Data");
        }
        MiniRelease mini = MiniRelease.text()
                .withCell("Related Occupations.txt", 2, "Related O*NET-SOC Code", "99-9999.00")
                .withCell("Related Occupations.txt", 3, "O*NET-SOC Code", "99-9999.00");
        assertThat(rejected(mini, ReleaseTable.RELATED_OCCUPATIONS))
                .extracting(RejectedRow::line, RejectedRow::column)
                .containsExactly(tuple(2L, "Related O*NET-SOC Code"), tuple(3L, "O*NET-SOC Code"));
    }

    /** As a load does unless it may keep such rows aside; a catalog has no place for them. */
    @Test
    void aCatalogWithSuchACodeDoesNotOpen() {
        for (String file : List.of("Skills.txt", "Alternate Titles.txt", "Job Zones.txt", "Related Occupations.txt")) {
            OnetRelease release =
                    open(MiniRelease.singleSkillsText().withCell(file, 2, "O*NET-SOC Code", "99-9999.00"));
            assertThatExceptionOfType(ReleaseFormatException.class)
                    .isThrownBy(release::catalog)
                    .withMessage(file + ", line 2, column \"O*NET-SOC Code\": found \"99-9999.00\", expected a value"
                            + " listed in Occupation Data");
        }
    }

    @Test
    void anElementThatContentModelReferenceDoesNotHaveIsRefused() {
        MiniRelease mini = MiniRelease.text().withCell("Essential Skills.txt", 2, "Element ID", "2.A.1.a ");
        assertThat(onlyRejected(mini, ReleaseTable.SKILLS).message())
                .isEqualTo("Essential Skills.txt, line 2, column \"Element ID\": found \"2.A.1.a \", expected a value"
                        + " listed in Content Model Reference");
    }

    @Test
    void aReleaseWithoutContentModelReferenceNamesItsElementsItself() {
        MiniRelease mini = MiniRelease.text()
                .withoutFile("Content Model Reference.txt")
                .withCell("Essential Skills.txt", 2, "Element ID", "9.Z");
        assertThat(rejected(mini, ReleaseTable.SKILLS)).isEmpty();
    }

    @Test
    void aScaleThatScalesReferenceDoesNotHaveIsRefused() {
        MiniRelease mini = MiniRelease.text().withCell("Essential Skills.txt", 2, "Scale ID", "XX");
        assertThat(onlyRejected(mini, ReleaseTable.SKILLS).message())
                .isEqualTo("Essential Skills.txt, line 2, column \"Scale ID\": found \"XX\", expected a value listed in"
                        + " Scales Reference");
    }

    @ParameterizedTest
    @CsvSource({
        "Essential Skills.txt, 2, 0.99, IM, 1.0 to 5.0",
        "Essential Skills.txt, 2, 5.01, IM, 1.0 to 5.0",
        "Essential Skills.txt, 3, -0.01, LV, 0.0 to 7.0",
        "Transferable Skills.txt, 3, 7.01, LV, 0.0 to 7.0",
        "Work Styles.txt, 2, -3.01, WI, -3.0 to 3.0",
        "Work Styles.txt, 3, 11, DR, 0.0 to 10.0",
    })
    void aValueOutsideItsScaleIsRefused(String file, int line, String value, String scale, String range) {
        MiniRelease mini = MiniRelease.text().withCell(file, line, "Data Value", value);
        assertThat(onlyRejected(mini, file.equals("Work Styles.txt") ? ReleaseTable.WORK_STYLES : ReleaseTable.SKILLS)
                        .message())
                .isEqualTo(file + ", line " + line + ", column \"Data Value\": found \"" + value
                        + "\", expected a value on the scale " + scale + ", " + range);
    }

    @Test
    void theEndsOfAScaleBelongToIt() {
        MiniRelease mini = MiniRelease.text()
                .withCell("Essential Skills.txt", 2, "Data Value", "5.00")
                .withCell("Essential Skills.txt", 3, "Data Value", "7")
                .withCell("Essential Skills.txt", 4, "Data Value", "1")
                .withCell("Essential Skills.txt", 5, "Data Value", "0");
        assertThat(rejected(mini, ReleaseTable.SKILLS)).isEmpty();
    }

    static Stream<Arguments> repeatedKeys() {
        return Stream.of(
                Arguments.of(
                        ReleaseTable.SCALES_REFERENCE, "Scales Reference.txt", "IM\tOther\t0\t9", "Scale ID", "line 2"),
                Arguments.of(
                        ReleaseTable.OCCUPATION_DATA,
                        "Occupation Data.txt",
                        "11-1011.00\tBoss\tx",
                        "O*NET-SOC Code",
                        "line 2"),
                Arguments.of(
                        ReleaseTable.CONTENT_MODEL_REFERENCE,
                        "Content Model Reference.txt",
                        "2.B\tOther\tx",
                        "Element ID",
                        "line 12"),
                Arguments.of(
                        ReleaseTable.LEVEL_SCALE_ANCHORS,
                        "Level Scale Anchors.txt",
                        "2.A.1.a\tReading Comprehension\tLV\t2.0\tx",
                        "Element ID",
                        "line 2"),
                Arguments.of(
                        ReleaseTable.SKILLS,
                        "Skills.txt",
                        rating("2.A.1.a", "LV"),
                        "Element ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.KNOWLEDGE,
                        "Knowledge.txt",
                        rating("2.C.1.a", "LV"),
                        "Element ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.ABILITIES,
                        "Abilities.txt",
                        rating("1.A.1.a.1", "IM"),
                        "Element ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.WORK_ACTIVITIES,
                        "Work Activities.txt",
                        rating("4.A.1.a.1", "LV"),
                        "Element ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.WORK_STYLES,
                        "Work Styles.txt",
                        "11-1011.00\t1.C.1.a\tx\tIM\t4\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a",
                        "Element ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.JOB_ZONE_REFERENCE,
                        "Job Zone Reference.txt",
                        "02\tTwo\tx\tx\tx\tx\tx",
                        "Job Zone",
                        "line 2"),
                Arguments.of(
                        ReleaseTable.JOB_ZONES,
                        "Job Zones.txt",
                        "11-1011.00\t4\tn/a\tn/a",
                        "O*NET-SOC Code",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.RELATED_OCCUPATIONS,
                        "Related Occupations.txt",
                        "15-1252.00\t15-1251.00\tSupplemental\t12",
                        "Related O*NET-SOC Code",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.WORK_CONTEXT,
                        "Work Context.txt",
                        workContext("CXP", "5"),
                        "Element ID",
                        "an earlier row has the same O*NET-SOC Code, Element ID, Scale ID, Category"),
                Arguments.of(
                        ReleaseTable.WORK_CONTEXT,
                        "Work Context.txt",
                        workContext("CX", "n/a"),
                        "Element ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.TASK_STATEMENTS,
                        "Task Statements.txt",
                        "53-3033.00\t4242\tHonk\tn/a\tn/a\tn/a\tn/a",
                        "Task ID",
                        "an earlier row has the same"),
                Arguments.of(
                        ReleaseTable.TASK_RATINGS,
                        "Task Ratings.txt",
                        "53-3033.00\t4242\tFT\t5\t9\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a",
                        "Scale ID",
                        "an earlier row has the same"));
    }

    private static String workContext(String scale, String category) {
        return "11-1011.00\t4.C.1.a.2.c\tx\t" + scale + "\t" + category + "\t3\t8\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a";
    }

    private static String rating(String element, String scale) {
        return "11-1011.00\t" + element + "\tx\t" + scale + "\t4\t8\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a";
    }

    @ParameterizedTest
    @MethodSource("repeatedKeys")
    void aKeyThatOnlyOneRowMayHaveIsRefusedTheSecondTime(
            ReleaseTable table, String file, String line, String column, String reason) {
        RejectedRow row = onlyRejected(MiniRelease.singleSkillsText().withLine(file, line), table);
        assertThat(row.column()).isEqualTo(column);
        assertThat(row.text()).isEqualTo(line);
        assertThat(row.expected()).contains(reason);
    }

    @Test
    void aKeyRepeatedInTheOtherFileOfATableIsRefusedToo() {
        MiniRelease mini = MiniRelease.text().withLine("Transferable Skills.txt", rating("2.A.1.a", "LV"));
        assertThat(onlyRejected(mini, ReleaseTable.SKILLS).message())
                .isEqualTo(
                        "Transferable Skills.txt, line 33, column \"Element ID\": found \"2.A.1.a\", expected a unique"
                                + " key; an earlier row has the same O*NET-SOC Code, Element ID, Scale ID");
    }

    @Test
    void titlesAndSoftwareMayRepeat() {
        MiniRelease mini = MiniRelease.text()
                .withLine("Job Titles.txt", "11-1011.00\tVice President, Operations\tn/a\t08")
                .withLine("Software Skills.txt", "15-1252.00\tGit\t2.E.4.d\tFile versioning software\tY\tY");
        assertThat(rejected(mini, ReleaseTable.JOB_TITLES)).isEmpty();
        assertThat(rejected(mini, ReleaseTable.SOFTWARE_SKILLS)).isEmpty();
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsRefusedAsAWhole() {
        MiniRelease mini = MiniRelease.text()
                .withLine("Job Titles.txt", 2, "11-1011.00\tBoss\tn/a")
                .withLine("Job Titles.txt", 3, "11-1011.00\tBoss\tn/a\t08\t")
                .withLine("Job Titles.txt", 4, " ");
        assertThat(rejected(mini, ReleaseTable.JOB_TITLES))
                .extracting(RejectedRow::message)
                .containsExactly(
                        "Job Titles.txt, line 2: expected 4 fields as in the header, not 3",
                        "Job Titles.txt, line 3: expected 4 fields as in the header, not 5",
                        "Job Titles.txt, line 4: expected 4 fields as in the header, not 1");
        assertThat(rejected(mini, ReleaseTable.JOB_TITLES)).allSatisfy(row -> {
            assertThat(row.column()).isNull();
            assertThat(row.value()).isNull();
        });
    }

    @Test
    void theLastRowIsRefusedInTheSameWayWithoutALineEnd() {
        MiniRelease text =
                MiniRelease.text().withLine("Job Zones.txt", "15-2051.00\t4").withoutLastLineEnd();
        assertThat(onlyRejected(text, ReleaseTable.JOB_ZONES).message())
                .isEqualTo("Job Zones.txt, line 8: expected 4 fields as in the header, not 2");
        MiniRelease csv =
                MiniRelease.csv().withLine("job_zones.csv", "15-2051.00,\"4\"").withoutLastLineEnd();
        assertThat(onlyRejected(csv, ReleaseTable.JOB_ZONES).message())
                .isEqualTo("job_zones.csv, line 8: expected 5 fields as in the header, not 2");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] titles = "O*NET-SOC Code\tJob Title\tShort Title\tSource(s)\r\n11-1011.00\tCaf\u00e9 Boss\tn/a\t08\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        RejectedRow row = onlyRejected(MiniRelease.text().withFile("Job Titles.txt", titles), ReleaseTable.JOB_TITLES);
        assertThat(row.value()).isEqualTo("Caf\uFFFD Boss");
        assertThat(row.expected()).isEqualTo(TITLE_TEXT);
        MiniRelease utf8 = MiniRelease.text().withLine("Job Titles.txt", "11-1011.00\tCafé Boss 😀\tn/a\t08");
        assertThat(rejected(utf8, ReleaseTable.JOB_TITLES)).isEmpty();
    }

    @Test
    void aLongRowIsKeptInPartAndNotInTheMiddleOfACharacter() {
        // "11-1011.00" and a tab are 11 characters, so the pair at 7999 would be cut in two.
        String line = "11-1011.00\t" + "x".repeat(7988) + "😀" + "x".repeat(500) + "\tn/a\t08";
        RejectedRow row = onlyRejected(MiniRelease.text().withLine("Job Titles.txt", line), ReleaseTable.JOB_TITLES);
        assertThat(row.text()).hasSize(7999).endsWith("x");
    }

    @Test
    void aQuoteWithoutItsPairInCsvSpoilsTheRowsItSwallowsAndSaysSo() {
        MiniRelease mini = MiniRelease.csv()
                .withLine("job_titles.csv", 3, "11-1011.00,Chief Executives,\"Vice President,,08")
                .withLine("job_titles.csv", 6, "15-1251.00,Computer Programmers,\"Programmer, Web\",,01");
        assertThat(onlyRejected(mini, ReleaseTable.JOB_TITLES).message())
                .isEqualTo(
                        "job_titles.csv, line 3: expected 5 fields as in the header, not 6; the row reaches to line 6,"
                                + " so a quote may be missing its pair");
    }

    @Test
    void aRowSwallowedByAQuoteIsNoPartOfATitle() {
        MiniRelease mini = MiniRelease.csv()
                .withLine("job_titles.csv", 3, "11-1011.00,Chief Executives,\"Vice President,,08")
                .withLine("job_titles.csv", 4, "15-1211.00,Computer Systems Analysts,Data Analyst\",,09");
        RejectedRow row = onlyRejected(mini, ReleaseTable.JOB_TITLES);
        assertThat(row.column()).isEqualTo("Job Title");
        assertThat(row.expected()).isEqualTo(TITLE_TEXT);
        assertThat(row.message()).contains("found \"Vice President,,08\\u000d\\u000a15-1211.00,Computer");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReading() {
        MiniRelease mini = MiniRelease.csv().withLine("job_zones.csv", 3, "15-1211.00,\"Analysts,4,08/2022,Analyst");
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> rejected(mini, ReleaseTable.JOB_ZONES))
                .withMessageStartingWith("job_zones.csv, line 3: reading could not continue: ")
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
    }

    @Test
    void readingGoesOnAfterABadRow() {
        MiniRelease mini = MiniRelease.text()
                .withCell("Essential Skills.txt", 2, "Data Value", "x")
                .withCell("Essential Skills.txt", 4, "Scale ID", "XX")
                .withLine("Transferable Skills.txt", 7, "?");
        List<RejectedRow> rejected = new ArrayList<>();
        int used = 0;
        try (ReleaseRows rows = open(mini).rows(ReleaseTable.SKILLS, rejected::add)) {
            while (rows.hasNext()) {
                rows.next();
                used++;
            }
            assertThat(rows.rowsRead()).isEqualTo(53);
        }
        assertThat(used).isEqualTo(50);
        assertThat(rejected).extracting(RejectedRow::line).containsExactly(2L, 4L, 7L);
    }

    @Test
    void withoutSomebodyToTakeThemTheFirstBadRowEndsTheReading() {
        MiniRelease mini = MiniRelease.text()
                .withCell("Essential Skills.txt", 5, "Data Value", "x")
                .withCell("Essential Skills.txt", 6, "Data Value", "y");
        OnetRelease release = open(mini);
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> release.rows(ReleaseTable.SKILLS).forEachRemaining(row -> {}))
                .withMessage("Essential Skills.txt, line 5, column \"Data Value\": found \"x\", expected " + DECIMAL)
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo("Essential Skills.txt");
                    assertThat(e.line()).isEqualTo(5);
                    assertThat(e.column()).isEqualTo("Data Value");
                    assertThat(e.value()).isEqualTo("x");
                });
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(release::catalog)
                .withMessageContaining("line 5");
    }

    private RejectedRow onlyRejected(MiniRelease mini, ReleaseTable table) {
        List<RejectedRow> rejected = rejected(mini, table);
        assertThat(rejected).hasSize(1);
        return rejected.get(0);
    }

    private List<RejectedRow> rejected(MiniRelease mini, ReleaseTable table) {
        List<RejectedRow> rejected = new ArrayList<>();
        try (ReleaseRows rows = open(mini).rows(table, rejected::add)) {
            rows.forEachRemaining(row -> {});
        }
        return rejected;
    }

    private OnetRelease open(MiniRelease mini) {
        return OnetRelease.open(mini.writeZip(folder.resolve("mini.zip")));
    }

    private static ReleaseTable tableOf(String file) {
        String title = file.replace(".txt", "");
        return Stream.of(ReleaseTable.values())
                .filter(table -> table.fileTitles().stream().anyMatch(titles -> titles.contains(title)))
                .findFirst()
                .orElseThrow();
    }
}
