package io.github.onet4j.examples.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.examples.service.page.Browser.Scheme;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** Tests the page on the sample. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=", "logging.level.org.openqa.selenium=error"})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
final class PageTest {
    private static final String PROGRAMMER_TO_ANALYST = "/?from=15-1251.00&to=15-1211.00";
    private static final String PROGRAMMER_TO_UNRATED = "/?from=15-1251.00&to=15-1252.00";
    private static final String ESTIMATED = PROGRAMMER_TO_UNRATED + "&unrated=ESTIMATE";
    private static final String TITLE = "#summary-title";
    private static final String ROW = ".rows .row";
    private static final String FIRST_ROW = ".rows li:nth-child(1) .row";
    private static final String SECOND_ROW = ".rows li:nth-child(2) .row";
    private static final String CLOSE = "#closest .close__row";
    private static final String ASKED = ".ask__text";
    private static final String CHOICE = ".ask__choice input";
    private static final String ANSWER = "#answer-question";
    private static final String SKIP = "#skip-question";
    private static final String GIVEN = ".given li";
    private static final String WORDS = ".words__line";

    private Optional<Browser> started = Optional.empty();
    private Browser browser;

    @BeforeAll
    void start(@LocalServerPort int port, @Autowired JdbcTemplate database) {
        leaveGaps(database);
        started = Browser.start(port);
    }

    /** Adds cases that the sample lacks: unrated skills and importances, a title like HTML, one like no other. */
    private static void leaveGaps(JdbcTemplate database) {
        database.update("delete from onet_rating where onetsoc_code = '53-3032.00' and element_id = '2.B.3.e'");
        database.update("delete from onet_rating where onetsoc_code = '47-2111.00' and scale_id = 'IM'");
        database.update("insert into onet_occupation (release_id, onetsoc_code, title, title_search, description)"
                + " select release_id, '15-1299.99', 'Zymurgists', 'zymurgists', 'Zymurgy.' from onet_active_release");
        database.update(
                "update onet_occupation set title = 'Chefs <b>and</b> Cooks' where onetsoc_code = '35-1011.00'");
    }

    @BeforeEach
    void reset() {
        assumeTrue(started.isPresent(), Browser.MISSING);
        browser = started.get();
        browser.reset();
    }

    @AfterEach
    void theConsoleStaysEmpty() {
        started.ifPresent(it -> assertThat(it.console()).isEmpty());
    }

    @AfterAll
    void quit() {
        started.ifPresent(Browser::close);
    }

    @Test
    void twoOccupationsAreComparedWithTheKeyboardAlone() {
        browser.open("/");
        browser.tabTo("#from");
        browser.choose("computer prog", "Computer Programmers");
        browser.tabTo("#to");
        browser.choose("systems anal", "Computer Systems Analysts");
        browser.tabTo("#compare");
        browser.press(Keys.ENTER);

        browser.seeText(TITLE, "Computer Programmers to → Computer Systems Analysts");
        assertThat(browser.address()).isEqualTo(PROGRAMMER_TO_ANALYST);
        assertThat(browser.text(".readiness__value")).isEqualTo("83.2 %");

        browser.tabTo(ROW);
        assertThat(browser.hasFocus(FIRST_ROW)).isTrue();
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.hasFocus(SECOND_ROW)).isTrue();
        assertThat(browser.text(".words__name")).isEqualTo("Operation and Control");
        browser.press(Keys.END);
        assertThat(browser.hasFocus(".rows li:last-child .row")).isTrue();
        browser.press(Keys.HOME);
        assertThat(browser.hasFocus(FIRST_ROW)).isTrue();
        browser.press(Keys.TAB);
        assertThat(browser.hasFocus(ROW)).as("the rows are one stop on the way").isFalse();
    }

    @Test
    void enterComparesWithTheBestMatchOfWhatIsTyped() {
        browser.open("/");
        browser.click("#from");
        browser.press("retail salesp");
        browser.click("#to");
        browser.press("29-1141.00", Keys.ENTER);

        browser.seeText(TITLE, "Retail Salespersons to → Registered Nurses");
        assertThat(browser.value("#to")).isEqualTo("Registered Nurses");
    }

    @Test
    void aBoxThatIsEmptyIsAskedFor() {
        browser.open("/");
        browser.click("#compare");
        browser.await(page -> browser.hasFocus("#from") ? true : null);

        browser.choose("computer prog", "Computer Programmers");
        browser.click("#compare");
        browser.await(page -> browser.hasFocus("#to") ? true : null);
        assertThat(browser.text("#status")).isEqualTo("Choose an occupation in each box.");
    }

    @Test
    void theChartHasARowForEachSkillAndTheLargestShareFirst() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);

        List<Double> shares = browser.texts(".rows .row__share").stream()
                .map(share -> Double.valueOf(share.replace(" %", "")))
                .toList();
        assertThat(shares).hasSize(30).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser.text(FIRST_ROW))
                .startsWith("Troubleshooting")
                .contains("level 1.62 to 3.88", "clear", "2.0 %");
        assertThat(browser.texts(FIRST_ROW + " svg text")).containsExactly("1.62", "3.88");
        assertThat(browser.texts(".axis text")).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(browser.text("#gaps-lead")).startsWith("30 skills are needed");
    }

    @Test
    void aGradeIsToldByWordLineAndMarkBesideColour() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);

        String clear = ".rows .grade--clear";
        String tentative = ".rows .grade--tentative";
        assertThat(browser.text(clear + " .row__grade")).isEqualTo("clear");
        assertThat(browser.text(tentative + " .row__grade")).isEqualTo("tentative");
        assertThat(browser.style(clear + " .mark__line", "stroke-dasharray")).isEqualTo("none");
        assertThat(browser.style(tentative + " .mark__line", "stroke-dasharray"))
                .isNotEqualTo("none");
        assertThat(browser.style(clear + " .mark__to", "d")).isNotEqualTo(browser.style(tentative + " .mark__to", "d"));
    }

    @Test
    void theLineInWordsFollowsFocusAndPointer() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        assertThat(browser.text(WORDS)).startsWith("from below 2 \"").contains("elevator");

        browser.hover(SECOND_ROW);
        browser.seeText(".words__name", "Operation and Control");
        assertThat(browser.text(WORDS)).contains("conveyor").isEqualTo(browser.text(SECOND_ROW + " [id^=words]"));

        browser.tabTo(SECOND_ROW);
        browser.press(Keys.ARROW_UP);
        assertThat(browser.text(".words__name")).isEqualTo("Troubleshooting");
        assertThat(browser.text(WORDS)).contains("elevator").isEqualTo(browser.text(FIRST_ROW + " [id^=words]"));
        assertThat(browser.see(FIRST_ROW).getDomAttribute("aria-describedby")).isEqualTo("words-2.B.3.k");
    }

    @Test
    void theSharedLinkShowsTheSameInANewWindow() {
        browser.open("/?from=29-2061.00&to=29-1141.00");
        browser.see(FIRST_ROW);
        List<String> rows = browser.texts(ROW);
        browser.click("#copy-link");
        browser.seeText("#copy-link-said", "Copied");

        browser.openInNewWindow(browser.clipboard());

        browser.see(FIRST_ROW);
        assertThat(browser.texts(ROW)).isEqualTo(rows);
        assertThat(browser.value("#from")).isEqualTo("Licensed Practical and Licensed Vocational Nurses");
        assertThat(browser.value("#to")).isEqualTo("Registered Nurses");
    }

    @Test
    void swappingComparesTheOtherWayRoundAndBackGoesBack() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);

        browser.click("#swap");
        browser.seeText(TITLE, "Computer Systems Analysts to → Computer Programmers");
        assertThat(browser.address()).isEqualTo("/?from=15-1211.00&to=15-1251.00");
        assertThat(browser.value("#from")).isEqualTo("Computer Systems Analysts");
        assertThat(browser.shows(".suggest__option")).isFalse();

        browser.back();
        browser.seeText(TITLE, "Computer Programmers to → Computer Systems Analysts");
        assertThat(browser.value("#from")).isEqualTo("Computer Programmers");
    }

    @Test
    void anUnratedOccupationIsSaidAndAnAlternativeIsOneClickAway() {
        browser.open("/");
        browser.click("#from");
        browser.choose("computer prog", "Computer Programmers");
        browser.click("#to");
        browser.choose("software dev", "Software Developers");
        browser.click("#compare");

        browser.seeText("#notice", "Software Developers (15-1252.00) has no ratings of skills in O*NET 29.3");
        assertThat(browser.shows("#gap")).isFalse();
        assertThat(browser.texts("#notice .choice"))
                .contains("Software Quality Assurance Analysts and Testers 15-1253.00");

        browser.click("#notice li:nth-child(1) .choice");
        browser.seeText(TITLE, "Computer Programmers to → Software Quality Assurance Analysts and Testers");
        assertThat(browser.address()).isEqualTo("/?from=15-1251.00&to=15-1253.00");
        assertThat(browser.shows("#notice")).isFalse();
    }

    @Test
    void anUnratedOccupationIsEstimatedWithTheKeyboardAloneAndTheLinkKeepsTheChoice() {
        browser.open(PROGRAMMER_TO_UNRATED);
        browser.see("#estimate");
        browser.tabTo("#estimate");
        browser.press(Keys.ENTER);

        browser.seeText(TITLE, "Computer Programmers to → Software Developers");
        assertThat(browser.hasFocus("#answer"))
                .as("the way goes on at the answer")
                .isTrue();
        assertThat(browser.text("#estimates"))
                .startsWith("Estimated: Software Developers are not rated.")
                .contains("Software Quality Assurance Analysts and Testers", "their standard error is about 0.")
                .doesNotContain("Computer Programmers");
        assertThat(browser.shows("#estimates")).isTrue();
        assertThat(browser.texts("#sides dd").get(0)).startsWith("15-1251.00, rated");
        assertThat(browser.texts("#sides dd").get(1)).startsWith("15-1252.00, estimated from ratings of");
        assertThat(browser.text("#status")).contains("Estimated: Software Developers");
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.click("#table summary");
        browser.click("#table .button");
        browser.seeText("#table .copy__said", "Copied");
        assertThat(browser.clipboard().split("\n", -1)).contains(browser.text("#estimates"));
        browser.click("#copy-link");
        browser.seeText("#copy-link-said", "Copied");
        String link = browser.clipboard();
        assertThat(link).endsWith(ESTIMATED);

        browser.openInNewWindow(link);
        browser.seeText("#estimates", "Estimated: Software Developers");
        assertThat(browser.value("#to")).isEqualTo("Software Developers");
    }

    @Test
    void anEstimateStaysForTheTwoOccupationsAndIsNotCarriedOverToOthers() {
        browser.open(ESTIMATED);
        browser.seeText("#estimates", "Software Developers");

        browser.click("#swap");
        browser.seeText(TITLE, "Software Developers to → Computer Programmers");
        assertThat(browser.address()).isEqualTo("/?from=15-1252.00&to=15-1251.00&unrated=ESTIMATE");

        browser.click("#to");
        browser.choose("systems anal", "Computer Systems Analysts");
        browser.click("#compare");
        browser.see("#estimate");
        assertThat(browser.address()).isEqualTo("/?from=15-1252.00&to=15-1211.00");

        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        assertThat(browser.shows("#estimates")).isFalse();
    }

    @Test
    void anEstimateThatCanNotBeMadeIsNotOffered() {
        browser.open("/?from=15-1251.00&to=15-1299.99&unrated=ESTIMATE");

        browser.seeText("#notice", "can't be estimated");
        assertThat(browser.shows("#estimate")).isFalse();
        assertThat(browser.texts("#notice .choice")).isNotEmpty();
    }

    @Test
    void aLinkToAnUnratedOccupationNamesBoth() {
        browser.open("/?from=15-1252.00&to=15-1211.00");

        browser.seeText("#notice", "Software Developers");
        browser.await(page -> browser.value("#to").equals("Computer Systems Analysts") ? true : null);
        browser.click("#notice li:nth-child(1) .choice");
        browser.seeText(TITLE, "Computer Systems Analysts");
        assertThat(browser.address()).endsWith("&to=15-1211.00").doesNotContain("15-1252.00");
    }

    @Test
    void aLinkToNoOccupationSaysWhatIsWrongWithIt() {
        browser.open("/?from=15-1251.00&to=15-1299.77");
        browser.seeText("#notice", "15-1299.77");

        browser.open("/?from=programmer&to=15-1211.00");
        browser.seeText("#notice", "The value of from is not an O*NET-SOC code.");
    }

    @Test
    void theTableIsCopiedForASpreadsheetWithTheCredit() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        browser.click("#table summary");
        browser.click("#table .button");
        browser.seeText("#table .copy__said", "Copied");

        List<String> lines = Arrays.asList(browser.clipboard().split("\n", -1));
        assertThat(lines.get(0)).isEqualTo("Name\tElement\tList\tFrom\tTo\tDifference\tGrade\tImportance\tShare");
        assertThat(lines.get(1)).isEqualTo("Troubleshooting\t2.B.3.k\tto gain\t1.62\t3.88\t2.26\tclear\t3.12\t0.02");
        assertThat(lines.get(lines.size() - 1)).isEqualTo(browser.text("#attribution"));
        assertThat(browser.texts("#table tbody tr")).hasSize(lines.size() - 3);
        assertThat(lines).anyMatch(line -> line.contains("\tmatched\t")).anyMatch(line -> line.contains("\tsurplus\t"));
    }

    @Test
    void theTableIsSavedAsCsvWithTheCredit() throws IOException {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.click("#table summary");

        String csv = browser.download("#download-csv", "skills-gap-15-1251.00-to-15-1211.00.csv");

        List<CSVRecord> rows = CSVFormat.DEFAULT
                .parse(new StringReader(csv.substring("\ufeff".length())))
                .getRecords();
        assertThat(rows.get(0)).startsWith("Name", "Element", "List", "From", "To");
        assertThat(rows.get(1)).startsWith("Troubleshooting", "2.B.3.k", "to gain", "1.62", "3.88");
        assertThat(rows.get(rows.size() - 1).get(0)).isEqualTo(browser.text("#attribution"));
    }

    @Test
    void theChartIsSavedAsAPictureThatStandsAlone() throws IOException {
        browser.open(ESTIMATED);
        browser.see(FIRST_ROW);
        List<String> names = browser.texts(ROW + " .row__name");
        String credit = browser.text("#attribution");
        String estimates = browser.text("#estimates");

        String svg = browser.download("#download-svg", "skills-gap-15-1251.00-to-15-1252.00.svg");

        browser.open("data:image/svg+xml;charset=utf-8,"
                + URLEncoder.encode(svg, UTF_8).replace("+", "%20"));
        assertThat(browser.text("title")).isEqualTo("Computer Programmers → Software Developers");
        assertThat(browser.texts("g > text:first-of-type")).containsExactlyElementsOf(names);
        assertThat(String.join(" ", browser.texts(".picture__muted"))).contains(estimates, credit);
        browser.screenshot("picture");
    }

    @Test
    void theSameTwoAreComparedInAnotherDomainAndBackGoesBack() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);

        browser.tabTo(".domain:nth-child(2)");
        browser.press(Keys.ENTER);

        browser.seeText("#gaps-title", "Knowledge to gain");
        assertThat(browser.address()).isEqualTo(PROGRAMMER_TO_ANALYST + "&domain=KNOWLEDGE");
        assertThat(browser.texts(".domain[aria-current]")).containsExactly("Knowledge");
        assertThat(browser.text("#gaps-lead")).contains("fields of knowledge are needed");
        assertThat(browser.texts(ROW + " .row__name")).contains("Administration and Management");
        browser.click("#swap");
        browser.seeText(TITLE, "Computer Systems Analysts to → Computer Programmers");
        assertThat(browser.address()).endsWith("&domain=KNOWLEDGE");
        browser.back();
        browser.back();
        browser.seeText("#gaps-title", "Skills to gain");
        assertThat(browser.texts(".domain[aria-current]")).containsExactly("Skills");
    }

    @Test
    void aDomainThatTheReleaseLacksIsSaidAndTheOthersStayOneClickAway() {
        browser.open(PROGRAMMER_TO_ANALYST + "&domain=ABILITIES");
        browser.seeText("#notice", "abilities");
        assertThat(browser.shows("#gap")).isFalse();

        browser.click(".domain:nth-child(1)");

        browser.seeText("#gaps-title", "Skills to gain");
        assertThat(browser.address()).isEqualTo(PROGRAMMER_TO_ANALYST);
    }

    @Test
    void onAPhoneTheLevelsAreBelowTheirRowAndCoverNothing() {
        browser.phone();
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        assertThat(browser.text(".rows li:nth-child(1) .words__facts")).contains("From1.62, standard error 0.32");

        browser.click(SECOND_ROW);

        assertThat(browser.shows(".rows li:nth-child(2) .words__facts")).isTrue();
        assertThat(browser.texts(".words")).hasSize(1);
        assertThat(browser.style(".words", "position")).isEqualTo("static");

        browser.desktop();
        browser.await(page -> browser.shows(".chart > .words") ? true : null);
    }

    @Test
    void whatIsMatchedAndInSurplusOpens() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        assertThat(browser.shows(".skills")).isFalse();

        browser.click("#surplus summary");
        browser.see("#surplus .skills");
        assertThat(browser.text("#surplus summary")).startsWith("Surplus: ");
        assertThat(browser.texts("#surplus li")).anyMatch(skill -> skill.startsWith("Programming"));
    }

    @Test
    void theClosestOccupationsStandBesideTheGapAndOneIsComparedWithTheKeyboard() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(CLOSE);

        assertThat(browser.text("#closest-title")).isEqualTo("Close to Computer Programmers");
        assertThat(browser.text("#closest .lead")).contains("This release has no tasks.");
        assertThat(browser.texts("#closest .legend li"))
                .containsExactly("titles", "words on the work", "knowledge", "interests", "expected, not rated");
        assertThat(browser.texts(CLOSE)).hasSize(8);
        assertThat(browser.text(CLOSE))
                .startsWith("Software Quality Assurance Analysts and Testers")
                .containsPattern("score 5\\.\\d\\d, of titles 0\\.\\d\\d; words on the work 1\\.\\d\\d;"
                        + " knowledge 2\\.\\d\\d; interests 1\\.\\d\\d\\. 4\\d\\.\\d %$");
        assertThat(browser.text(".close li:nth-child(3) .close__row"))
                .contains("Software Developers", ", expected, not rated; interests");
        assertThat(browser.style(".close li:nth-child(3) .evidence--knowledge", "fill-opacity"))
                .isEqualTo("0.4");

        browser.tabTo(CLOSE);
        browser.press(Keys.ENTER);
        browser.seeText(TITLE, "Computer Programmers to → Software Quality Assurance Analysts and Testers");
        assertThat(browser.hasFocus("#answer")).isTrue();
        assertThat(browser.address()).isEqualTo("/?from=15-1251.00&to=15-1253.00");
    }

    @Test
    void theWaysThereAreDrawnAsSteps() {
        browser.open("/?from=31-1131.00&to=29-1141.00");
        browser.see("#paths .way");

        assertThat(browser.texts("#paths .way__name")).containsExactly("Straight", "Over 1 stop");
        assertThat(browser.text("#paths .way:nth-child(2) .way__meaning")).isEqualTo("The hardest step lacks 23.2 %.");
        assertThat(browser.texts("#paths .way:nth-child(2) .step__title"))
                .containsExactly(
                        "Nursing Assistants", "Licensed Practical and Licensed Vocational Nurses", "Registered Nurses");
        assertThat(browser.text("#paths .way:nth-child(2) .step:nth-child(2) .step__learned"))
                .startsWith("learns Psychology 3.51 to 5.52, Medicine and Dentistry");

        browser.open("/?from=41-2031.00&to=29-1141.00");
        browser.seeText("#paths", "There is no plausible way to Registered Nurses:");
        assertThat(browser.texts("#paths .way__name")).containsExactly("Straight, which is no plausible move");
        assertThat(browser.text("#paths .way__meaning")).contains("the two are not close, and the job zone rises");
    }

    @Test
    void waysToWhatIsNotRatedAreNotShown() {
        browser.open(ESTIMATED);
        browser.see(CLOSE);

        browser.await(page -> browser.shows("#paths") ? null : true);
    }

    @Test
    void aPersonIsAskedWithTheKeyboardAloneAndTheIntervalNarrows() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        assertThat(browser.text("#person .lead")).startsWith("Known at the start: you work or worked among Computer");
        double width = width();
        double start = width;

        for (int answers = 1; answers <= 3; answers++) {
            String question = browser.text(ASKED);
            browser.tabTo(CHOICE);
            browser.press(Keys.ARROW_DOWN);
            browser.press(Keys.ARROW_DOWN);
            browser.press(Keys.ARROW_DOWN);
            browser.tabTo(ANSWER);
            browser.press(Keys.ENTER);
            awaitAnswers(answers);

            assertThat(browser.text(ASKED)).isNotEqualTo(question).endsWith("closest to what you can do?");
            assertThat(browser.hasFocus(ASKED))
                    .as("the way goes on at the question")
                    .isTrue();
            assertThat(width()).isLessThan(width);
            width = width();
            String name = question.substring(0, question.indexOf(':'));
            assertThat(browser.text(GIVEN + ":nth-child(" + answers + ")")).startsWith(name + ": between \"");
        }
        assertThat(width(".interval__before")).as("what it was stays in sight").isEqualTo(start);
        assertThat(browser.text(".interval [role=status]"))
                .matches("Expected readiness \\d+\\.\\d % 90 % interval: \\d+\\.\\d % to \\d+\\.\\d %");
    }

    @Test
    void anAnswerIsRemovedOrChanged() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        double start = width();
        String first = browser.text(ASKED);
        choose(3);
        awaitAnswers(1);
        double answered = width();
        String second = browser.text(ASKED);

        browser.click(GIVEN + " .button[aria-label^=Change]");
        assertThat(browser.text(ASKED)).isEqualTo(first);
        assertThat(browser.hasFocus(ASKED)).isTrue();
        assertThat(browser.run("return document.querySelector('.ask input:checked').value"))
                .isEqualTo("2");
        browser.click(SKIP);
        assertThat(browser.text(ASKED)).isEqualTo(second);

        browser.click(GIVEN + " .button[aria-label^=Change]");
        choose(1);
        browser.seeText(GIVEN, "none of this");
        assertThat(width()).isNotEqualTo(start);
        assertThat(browser.texts(GIVEN)).hasSize(1);

        browser.click(GIVEN + " .button[aria-label^=Remove]");
        browser.seeText(".given", "None yet.");
        assertThat(browser.text(ASKED)).isEqualTo(first);
        assertThat(browser.hasFocus(ASKED)).isTrue();
        assertThat(width()).isEqualTo(start).isGreaterThan(answered);
    }

    @Test
    void theQuestionsEndWithWhatIsSureWhatIsOpenAndWhatIsMet() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        choose(3);
        awaitAnswers(1);

        for (int answers = 2; browser.shows(ANSWER); answers++) {
            browser.click(SKIP);
            awaitAnswers(answers);
        }

        assertThat(browser.text(ASKED)).isEqualTo("Nothing more to ask");
        assertThat(browser.hasFocus(ASKED)).isTrue();
        int skipped = browser.texts(GIVEN).size() - 1;
        assertThat(browser.text(".ask p")).contains("except to " + skipped + " questions that you skipped");
        assertThat(browser.texts(GIVEN).subList(1, skipped + 1))
                .allSatisfy(given -> assertThat(given).contains(": skipped"));
        assertThat(browser.text(".sureness summary")).matches("\\d+ sure gaps?, \\d+ open, \\d+ met");
        assertThat(browser.texts(".sureness dt")).hasSize(3);
        assertThat(browser.shows(".sureness dd")).as("opened by itself").isTrue();
        assertThat(browser.texts(".sureness dd").stream()
                        .filter(names -> !names.equals("none"))
                        .flatMap(names -> Arrays.stream(names.split(", "))))
                .contains("Troubleshooting", "Systems Analysis")
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingOfAPersonIsStoredOrInAnAddress() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        choose(3);
        awaitAnswers(1);

        assertThat(browser.address()).isEqualTo(PROGRAMMER_TO_ANALYST);
        assertThat(browser.run("return sessionStorage.length + localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
        assertThat(browser.run("return performance.getEntriesByType('resource').map(({ name }) => name)"
                        + ".filter((name) => name.includes('person')).join()"))
                .asString()
                .matches("(http://[^/]+/api/v1/person/readiness,?){2}");

        browser.open(PROGRAMMER_TO_ANALYST);
        browser.seeText(".given", "None yet.");
    }

    @Test
    void anAnswerThatTheServiceDoesNotGetIsNotLost() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        String question = browser.text(ASKED);
        browser.disconnect(true);
        try {
            choose(3);
            browser.seeText(".person__failure", "Look at your connection, then try again.");
            assertThat(browser.text(ASKED)).isEqualTo(question);
        } finally {
            browser.disconnect(false);
        }

        browser.click(".person__failure .button");
        awaitAnswers(1);
        assertThat(browser.text(".person__failure")).isEmpty();
    }

    @Test
    void aPairThatIsComparedNextStartsAnew() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        choose(3);
        awaitAnswers(1);

        browser.click("#swap");
        browser.seeText("#person .lead", "Computer Systems Analysts");
        assertThat(browser.text(".given")).isEqualTo("None yet.");
    }

    @Test
    void nobodyIsAskedForATargetThatIsNotRatedInFull() {
        browser.open(ESTIMATED);
        browser.see(FIRST_ROW);
        assertThat(browser.shows("#person")).isFalse();

        browser.open("/?from=15-1251.00&to=47-2111.00");
        browser.see(FIRST_ROW);
        browser.await(page -> browser.shows("#person") ? null : true);

        browser.open("/?from=15-1252.00&to=15-1211.00&unrated=ESTIMATE");
        browser.seeText("#person .lead", "Software Developers are not rated, so nothing is known at the start.");
    }

    @Test
    void theIntervalMovesUnlessTheDevicePrefersNoMotion() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        assertThat(browser.style(".interval__range", "transition-duration")).isEqualTo("0s");

        browser.allowMotion();

        assertThat(browser.style(".interval__range", "transition-property")).isEqualTo("x, width");
        assertThat(browser.style(".interval__range", "transition-duration")).doesNotStartWith("0s");
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void theQuestionsKeepTheRulesOfAccessibilityAndFitOnAPhone(Scheme scheme) {
        browser.scheme(scheme);
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(ASKED);
        choose(3);
        awaitAnswers(1);
        browser.click(SKIP);
        awaitAnswers(2);
        browser.click(".sureness summary");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.screenshot("desktop-" + scheme.cssName() + "-person");

        browser.phone();
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.run("document.querySelector('#person').scrollIntoView(); return true");
        browser.screenshot("phone-" + scheme.cssName() + "-person");
        choose(3);
        awaitAnswers(3);
        String top = "return document.querySelector('.interval').getBoundingClientRect().top >= 0";
        assertThat(browser.run(top)).as("the interval narrows in sight").isEqualTo(true);
        browser.screenshot("phone-" + scheme.cssName() + "-person-next");
        browser.run("document.querySelector('.person__known').scrollIntoView(); return true");
        browser.screenshot("phone-" + scheme.cssName() + "-person-answers");
    }

    /** Answers the question with the nth choice. */
    private void choose(int choice) {
        browser.click(".ask__choice:nth-of-type(" + choice + ") input");
        browser.click(ANSWER);
    }

    private void awaitAnswers(int count) {
        browser.await(page -> browser.texts(GIVEN).size() == count ? true : null);
    }

    private double width() {
        return width(".interval__range");
    }

    /** Returns a width in per cent of the picture's. */
    private double width(String selector) {
        String width = Objects.requireNonNull(browser.see(selector).getDomAttribute("width"));
        return Double.parseDouble(width.replace("%", ""));
    }

    @Test
    void theCreditIsShownFromTheStart() {
        browser.open("/");
        browser.seeText("#attribution", "Includes information from the O*NET 29.3 Database");

        assertThat(browser.text("#release")).startsWith("O*NET 29.3 of 2025-05");
        assertThat(browser.see("#attribution a").getDomProperty("href"))
                .isEqualTo("https://www.onetcenter.org/license_db.html");
    }

    @Test
    void aSkillWithoutARatingIsUnknownAndNoZero() {
        browser.open("/?from=53-3032.00&to=15-1251.00");
        browser.see(FIRST_ROW);

        assertThat(browser.shows("[data-element-id='2.B.3.e']")).isFalse();
        assertThat(browser.text(".readiness__value")).matches("\\d+\\.\\d % to \\d+\\.\\d %");
        assertThat(browser.text(".readiness__meaning")).contains("nobody rated", "Programming");
    }

    @Test
    void readinessThatCantBeComputedIsUndefined() {
        browser.open("/?from=15-1251.00&to=47-2111.00");
        browser.see(FIRST_ROW);

        assertThat(browser.text(".readiness__value")).isEqualTo("undefined");
        assertThat(browser.shows(".readiness__bar")).isFalse();
        assertThat(browser.text(FIRST_ROW + " .row__share")).isEqualTo("undefined");
    }

    @Test
    void nothingToGainIsSaid() {
        browser.open("/?from=15-1251.00&to=15-1251.00");

        browser.seeText("#gaps-lead", "There is nothing to gain");
        assertThat(browser.text(".readiness__value")).isEqualTo("100.0 %");
        assertThat(browser.shows(ROW)).isFalse();
    }

    @Test
    void aTitleIsTextWhateverItLooksLike() {
        browser.open("/");
        browser.click("#from");
        browser.choose("chef", "Chefs <b>and</b> Cooks");
        browser.click("#to");
        browser.press("registered nurse", Keys.ENTER);

        browser.seeText(TITLE, "Chefs <b>and</b> Cooks");
        assertThat(browser.shows(TITLE + " b, .readiness b, .suggestion b")).isFalse();
    }

    @Test
    void anAnswerThatNobodyWaitsForAnymoreIsNotShown(@Autowired Turnstile turnstile) {
        Turnstile.Hold held = turnstile.holdFrom("41-2031.00");
        browser.open("/?from=41-2031.00&to=15-1211.00");
        browser.see("#waiting");
        browser.click("#from");
        browser.choose("computer prog", "Computer Programmers");
        browser.click("#compare");
        browser.seeText(TITLE, "Computer Programmers");

        held.open();

        browser.run("return new Promise((done) => requestAnimationFrame(() => done(true)))");
        assertThat(browser.text(TITLE)).startsWith("Computer Programmers");
        assertThat(browser.address()).isEqualTo(PROGRAMMER_TO_ANALYST);
    }

    @Test
    void nothingJumpsWhileALinkOpens() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);

        Object moved = browser.run("""
                return new Promise((done) => {
                  let sum = 0;
                  new PerformanceObserver((list) => list.getEntries().forEach((shift) => { sum += shift.value; }))
                      .observe({ type: "layout-shift", buffered: true });
                  requestAnimationFrame(() => setTimeout(() => done(String(sum))));
                });
                """);
        // Web Vitals call values up to 0.1 good.
        assertThat(Double.parseDouble(moved.toString())).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void onAPhoneNothingIsWiderThanTheScreen(Scheme scheme) {
        browser.phone();
        browser.scheme(scheme);
        for (String address : List.of("/", PROGRAMMER_TO_ANALYST, PROGRAMMER_TO_UNRATED, ESTIMATED)) {
            browser.open(address);
            browser.see("#welcome:not([hidden]), #gap:not([hidden]), #notice:not([hidden])");
            browser.run("document.querySelectorAll('details').forEach((it) => { it.open = true; }); return true");
            assertThat(browser.run("return document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(360L);
        }
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void accessibilityRulesAreKept(Scheme scheme) {
        browser.scheme(scheme);
        browser.open("/");
        browser.click("#from");
        browser.press("computer");
        browser.see("#from__listbox");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.open(PROGRAMMER_TO_UNRATED);
        browser.see("#notice");
        assertThat(browser.accessibilityViolations()).isEmpty();

        for (String address : List.of(PROGRAMMER_TO_ANALYST, ESTIMATED)) {
            browser.open(address);
            browser.see(FIRST_ROW);
            browser.run("document.querySelectorAll('details').forEach((it) => { it.open = true; }); return true");
            assertThat(browser.accessibilityViolations()).as(address).isEmpty();
        }
    }

    @Test
    void darkIsAnotherSetOfColours() {
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        List<String> light = colours();

        browser.scheme(Scheme.DARK);

        assertThat(colours()).doesNotContainAnyElementsOf(light);
    }

    private List<String> colours() {
        return List.of(
                browser.style("body", "background-color"),
                browser.style("body", "color"),
                browser.style(".card", "background-color"),
                browser.style(".rows .grade--clear .mark__to", "fill"),
                browser.style(".rows .grade--tentative .mark__to", "fill"));
    }

    @Test
    void theChartIsKeptAsAPicture() {
        browser.size(1280, 1400);
        browser.open(PROGRAMMER_TO_ANALYST);
        browser.see(FIRST_ROW);
        browser.screenshot("desktop-light");

        browser.run("document.querySelector('#closest').scrollIntoView(); return true");
        browser.see(CLOSE);
        browser.screenshot("desktop-light-closest");
        browser.run("document.querySelector('#paths').scrollIntoView(); return true");
        browser.see("#paths .way");
        browser.screenshot("desktop-light-paths");

        browser.phone();
        browser.scheme(Scheme.DARK);
        browser.screenshot("phone-dark");
        browser.run("document.querySelector('.legend').scrollIntoView(); return true");
        browser.screenshot("phone-dark-chart");
        browser.run("document.querySelector('#closest').scrollIntoView(); return true");
        browser.screenshot("phone-dark-closest");
        browser.run("document.querySelector('#paths').scrollIntoView(); return true");
        browser.screenshot("phone-dark-paths");

        browser.open(PROGRAMMER_TO_UNRATED);
        browser.see("#notice");
        browser.screenshot("phone-dark-unrated");
        browser.open(ESTIMATED);
        browser.see("#estimates");
        browser.screenshot("phone-dark-estimated");
    }

    /** Beans for the tests. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Additions {
        @Bean
        Turnstile turnstile() {
            return new Turnstile();
        }
    }
}
