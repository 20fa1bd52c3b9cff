package io.github.onet4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.person.PersonGap;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dflib.DataFrame;
import org.dflib.csv.Csv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class DisplayTest {
    /** Those with a cell that takes several lines of text. */
    private static final Set<String> WRAPPED = Set.of("hard to show", "paths", "person", "closest");

    private static final Map<String, Display> DISPLAYS = new LinkedHashMap<>();

    @TempDir
    static Path folder = Path.of("");

    private static Results results() {
        return Results.in(folder);
    }

    @BeforeAll
    static void compute() {
        DISPLAYS.putAll(results().displays());
    }

    @TestFactory
    Stream<DynamicTest> textAndHtmlHaveTheSameRowsInTheSameOrder() {
        return each((name, display) -> {
            List<String> lines =
                    display.toText().lines().map(DisplayTest::spaced).toList();
            List<String> rows = Page.of(display).rows().stream()
                    .map(row -> spaced(String.join(" ", row)))
                    .toList();
            if (name.equals("nothing to gain")) {
                assertThat(rows).isEmpty();
            } else if (WRAPPED.contains(name)) {
                String text = display.toText();
                assertThat(rows).allSatisfy(row -> assertThat(text).contains(row.split(" ", -1)));
            } else {
                assertThat(lines).containsSubsequence(rows);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> eachHasTheReleaseAndTheCredit() {
        return each((name, display) -> {
            assertThat(display.attribution()).contains("O*NET 31.0 Database", "CC BY 4.0");
            assertThat(spaced(display.toText())).contains("31.0").contains(spaced(display.attribution()));
            assertThat(spaced(Page.of(display).text())).contains("31.0").contains(spaced(display.attribution()));
            assertThat(records(display))
                    .allSatisfy(record -> assertThat(last(record)).isEqualTo("31.0"));
        });
    }

    @TestFactory
    Stream<DynamicTest> noLineOfTextIsTooLong() {
        return each((name, display) -> assertThat(display.toText().lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(100).isEqualTo(line.stripTrailing())));
    }

    @TestFactory
    Stream<DynamicTest> htmlLoadsAndRunsNothing() {
        return each((name, display) -> {
            Page page = Page.of(display);
            assertThat(page.elements("*"))
                    .extracting(Element::getTagName)
                    .isSubsetOf(
                            "div", "p", "strong", "br", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg",
                            "title", "desc", "path", "circle", "text");
            assertThat(page.elements("*")).allSatisfy(element -> {
                assertThat(element.getAttribute("style")).doesNotContain("url(", "import");
                assertThat(IntStream.range(0, element.getAttributes().getLength())
                                .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
                        .noneMatch(attribute -> attribute.matches("on.*|href|src|xlink.*|id|class"));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> tablesAndChartsAreTold() {
        return each((name, display) -> {
            Page page = Page.of(display);
            assertThat(page.elements("table")).allSatisfy(table -> {
                assertThat(Page.children(table, "caption")).singleElement().matches(caption -> !isBlank(caption));
                assertThat(Page.children(table, "th"))
                        .allSatisfy(header ->
                                assertThat(header.getAttribute("scope")).isIn("col", "row"));
            });
            assertThat(page.elements("svg")).allSatisfy(chart -> {
                assertThat(chart.getAttribute("role")).isEqualTo("img");
                assertThat(Page.children(chart, "title")).singleElement().matches(title -> !isBlank(title));
                assertThat(Page.children(chart, "desc")).singleElement().matches(desc -> !isBlank(desc));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> theOnlyColorIsBesideThatOfTheTextAround() {
        return each((name, display) -> {
            for (String attribute : List.of("fill", "stroke")) {
                assertThat(Page.of(display).elements("*"))
                        .extracting(element -> element.getAttribute(attribute))
                        .isSubsetOf("", "none", "currentColor", "#2a7fc0");
            }
            assertThat(Page.of(display).elements("*"))
                    .allSatisfy(element ->
                            assertThat(element.getAttribute("style")).doesNotContain(";color", "background"));
        });
    }

    @Test
    void aNameThatIsMarkupIsText() throws Exception {
        for (String name : List.of("gap of a person", "hard to show")) {
            assertThat(Page.of(display(name)).text()).contains(Results.HOSTILE);
            assertThat(display(name).toText()).contains(Results.HOSTILE);
        }
    }

    @Test
    void aGapHasItsFiguresAndWhatIsNotShownIsCounted() {
        List<ElementGap> gaps = results().gap().gaps();
        Display two = display("gap").withRows(2);

        assertThat(two.toText())
                .startsWith("Computer Programmers (15-1251.00) to Computer Systems Analysts (15-1211.00)\nO*NET 31.0\n")
                .contains(String.format(
                        Locale.ROOT,
                        "Readiness: %.1f %% of the skills needed",
                        100 * results().gap().readiness().orElseThrow()))
                .contains("\nand " + (gaps.size() - 2) + " with smaller shares, ");
        assertThat(two.toCsv()).isEqualTo(display("gap").toCsv());
        assertThatThrownBy(() -> two.withRows(0)).hasMessage("rows must be at least 1, but was 0");
    }

    @Test
    void whatIsUnknownOrEstimatedIsSaid() {
        assertThat(display("gap of a person").toText())
                .containsPattern("Readiness: \\d+\\.\\d % to \\d+\\.\\d % of the skills needed")
                .contains("Unknown, largest possible share first");
        assertThat(display("estimated").toText())
                .contains(
                        "O*NET does not rate Software Developers. The levels are estimated, with a standard error of");
        assertThat(display("nothing to gain").toText()).contains("Readiness: 100.0 %", "Nothing to gain.");
    }

    @Test
    void thePersonsQuestionIsShownWithAllItsAnswers() throws Exception {
        Question question = results().person().nextQuestion(Results.ANALYSTS).orElseThrow();

        List<List<String>> rows = Page.of(display("person").withRows(1)).rows();

        assertThat(spaced(display("person").toText())).contains(spaced(question.text()));
        assertThat(rows).hasSize(1 + question.choices().size());
        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        question.choices().stream().map(Question.Choice::text).toList());
    }

    @Test
    void noLevelOfAPersonGetsIntoALog() {
        assertThat(display("person")).hasToString("A person to Computer Systems Analysts (15-1211.00) (O*NET 31.0)");
        assertThat(display("gap of a person").toString()).doesNotContain("2.5", "%");
    }

    @Test
    void aDataFrameReadsTheFiguresOfAGapInFull() {
        List<ElementGap> gaps = results().gap().gaps();

        DataFrame all = Csv.loader()
                .doubleCol("from_level")
                .doubleCol("to_level")
                .doubleCol("share")
                .load(new StringReader(display("gap").toCsv()));
        DataFrame read = all.rows(row -> row.get("kind").equals("gap")).select();

        assertThat(read.getColumn("element_id").toArray(new Object[0]))
                .containsExactlyElementsOf(
                        gaps.stream().map(gap -> (Object) gap.element().id()).toList());
        assertThat(read.getColumn("to_level").toArray(new Object[0]))
                .containsExactlyElementsOf(
                        gaps.stream().map(gap -> (Object) gap.toLevel()).toList());
        assertThat(read.getColumn("share").toArray(new Object[0]))
                .containsExactlyElementsOf(gaps.stream()
                        .map(gap -> (Object) gap.share().orElseThrow())
                        .toList());
    }

    @Test
    void aCsvHasARowForEachResult() throws Exception {
        ReadinessEstimate readiness = results().person().readiness(Results.ANALYSTS);

        assertThat(column("targets", "to_code"))
                .containsExactlyElementsOf(codes(results().targets().stream().map(RankedTarget::occupation)));
        assertThat(column("closest", "code"))
                .containsExactlyElementsOf(
                        codes(results().closest().closest().stream().map(CloseOccupation::occupation)));
        assertThat(column("person", "probability"))
                .containsExactlyElementsOf(readiness.elements().stream()
                        .map(PersonGap::probability)
                        .map(String::valueOf)
                        .toList());
        assertThat(column("comparison", "kind"))
                .containsExactlyElementsOf(results().comparison().ratings(Domain.SKILLS).changes().stream()
                        .map(change -> change.kind().name())
                        .toList());
        assertThat(column("drift", "part"))
                .isNotEmpty()
                .containsExactlyElementsOf(results().drift().parts().stream()
                        .map(part -> String.valueOf(part.share()))
                        .toList());
        assertThat(column("paths", "step")).contains("1");
        assertThat(column("gap of a person", "kind")).contains("gap", "unknown").doesNotContain("");
        assertThat(column("gap of a person", "from_level")).contains("", "2.5");
    }

    @Test
    void aSourceThatTheMatrixDoesNotHaveIsRefused() {
        OnetSocCode unrated = Results.DEVELOPERS;

        assertThatThrownBy(() -> Display.of(results().matrix(), unrated, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from must be one of the occupations of the matrix, but was 15-1252.00");
    }

    private static Display display(String name) {
        Display display = DISPLAYS.get(name);
        if (display == null) {
            throw new IllegalArgumentException(name);
        }
        return display;
    }

    private static List<String> column(String display, String column) throws Exception {
        return records(display(display)).stream()
                .map(record -> record.get(column))
                .toList();
    }

    private static List<CSVRecord> records(Display display) throws Exception {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(display.toCsv(), format)) {
            return parser.getRecords();
        }
    }

    private static String last(CSVRecord record) {
        return record.get(record.size() - 1);
    }

    private static List<String> codes(Stream<Occupation> occupations) {
        return occupations.map(occupation -> occupation.code().value()).toList();
    }

    private static String spaced(String text) {
        return String.join(" ", Arrays.asList(text.strip().split("\\s+", -1)));
    }

    private static boolean isBlank(Element element) {
        return element.getTextContent().isBlank();
    }

    private static Stream<DynamicTest> each(Check check) {
        return DISPLAYS.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> check.check(entry.getKey(), entry.getValue())));
    }

    /** A claim about every display. */
    private interface Check {
        void check(String name, Display display) throws Exception;
    }
}
