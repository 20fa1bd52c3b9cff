package io.github.onet4j.jooq;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.OnetWebServices;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Landed pages become rows, or are refused with a reason. The service is never asked. */
final class NormalizationTest extends OnEachEngine {
    private static final LocalDateTime LANDED = LocalDateTime.of(2026, 11, 1, 12, 0);

    @Test
    void rowsThatTheReleaseLacksAreAddedAndMarked() {
        Onet onet = pipelined(MiniRelease.text());
        int fetch = land(
                onet,
                "skills",
                "SKILLS",
                "15-1252.00",
                rating("15-1252.00", "2.B.3.e", "IM", "4.5"),
                rating("15-1252.00", "2.B.3.e", "LV", "5.12"));

        PipelineRun run = onet.pipeline().normalize();

        assertThat(run.kind()).isEqualTo(PipelineRun.Kind.NORMALIZATION);
        assertThat(run.failure()).isEmpty();
        assertThat(run.rows()).isEqualTo(new ImportReport(1, 2, 0, 0, 0, List.of()));
        assertThat(rows("select scale_id, data_value, n, standard_error, recommend_suppress, date_updated,"
                        + " domain_source, web_fetch_id from onet_rating where onetsoc_code = '15-1252.00' and"
                        + " domain = 'SKILLS' order by scale_id"))
                .hasToString("[[IM, 4.5000, 8, 0.1600, N, 2021-08-01, Analyst, " + fetch + "], "
                        + "[LV, 5.1200, 8, 0.1600, N, 2021-08-01, Analyst, " + fetch + "]]");
        assertThat(rows("select rows_added, rows_changed, rows_unchanged, rows_refused, normalized_at_utc is null"
                        + " from onet_web_fetch"))
                .hasToString("[[2, 0, 0, 0, " + (isMySql() ? "0" : "f") + "]]");
        assertThat(value("select revision from onet_release")).isEqualTo("1");
    }

    @Test
    void rowsThatCanNotBeUsedAreRefusedWithTheirReasons() {
        Onet onet = pipelined(MiniRelease.text());
        int ofAll = land(
                onet,
                "skills",
                "SKILLS",
                null,
                rating("15-1252.00", "2.B.3.e", "IM", "4.5").replace("4.5,", "null,"),
                rating("15-1252.00", "2.B.3.e", "IM", "4.5").replace("4.5,", "\"x\","),
                rating("99-9999.00", "2.B.3.e", "IM", "4.5"),
                rating("15-1252.00", "2.Z", "IM", "4.5"),
                rating("15-1252.00", "2.B.3.e", "XX", "4.5"),
                rating("15-1252.00", "2.B.3.e", "IM", "5.5"),
                rating("15-1252.00", "2.B.1.b", "LV", "-1"));
        int ofOne = land(onet, "skills", "SKILLS", "15-1252.00", rating("15-1251.00", "2.B.3.e", "IM", "4.5"));
        long before = count("onet_rating");

        ImportReport report = onet.pipeline().normalize().rows();

        assertThat(report.refused()).isEqualTo(8);
        assertThat(report.firstRefused().stream().map(RejectedRow::message))
                .containsExactly(
                        "skills, line 1, column \"Data Value\": found no value, expected a number such as 4.12, with"
                                + " at most three digits before the point and four behind it",
                        "skills, line 2, column \"Data Value\": found \"x\", expected a number such as 4.12, with at"
                                + " most three digits before the point and four behind it",
                        "skills, line 3, column \"O*NET-SOC Code\": found \"99-9999.00\", expected a value listed in"
                                + " Occupation Data",
                        "skills, line 4, column \"Element ID\": found \"2.Z\", expected a value listed in Content Model"
                                + " Reference",
                        "skills, line 5, column \"Scale ID\": found \"XX\", expected a value listed in Scales"
                                + " Reference",
                        "skills, line 6, column \"Data Value\": found \"5.5\", expected a value on the scale IM, 1.0"
                                + " to 5.0",
                        "skills, line 7, column \"Data Value\": found \"-1\", expected a value on the scale LV, 0.0 to"
                                + " 7.0",
                        "skills, line 1, column \"O*NET-SOC Code\": found \"15-1251.00\", expected the occupation that"
                                + " was asked for, 15-1252.00");
        assertThat(rows("select rejection, line_number, web_fetch_id from onet_rejected_row order by rejection"))
                .hasToString("[[1, 1, A], [2, 2, A], [3, 3, A], [4, 4, A], [5, 5, A], [6, 6, A], [7, 7, A], [8, 1, B]]"
                        .replace("A", "" + ofAll)
                        .replace("B", "" + ofOne));
        assertThat(value("select row_text from onet_rejected_row where rejection = 4"))
                .startsWith("15-1252.00\t2.Z\tSome element\tIM\t4.5\t8");
        assertThat(count("onet_rating")).isEqualTo(before);
        assertThat(rows("select revision from onet_release")).hasToString("[[null]]");
    }

    @Test
    void importanceAndLevelComeTogetherOrNotAtAll() {
        Onet onet = pipelined(MiniRelease.text());
        land(
                onet,
                "skills",
                "SKILLS",
                "15-1252.00",
                rating("15-1252.00", "2.B.3.e", "IM", "4.5"),
                rating("15-1252.00", "2.B.1.b", "LV", "3"),
                rating("15-1252.00", "2.A.1.a", "LV", "3"),
                rating("15-1252.00", "2.A.1.a", "IM", "9"));

        ImportReport report = onet.pipeline().normalize().rows();

        assertThat(report.added()).isZero();
        assertThat(rows("select line_number, column_label, found, expected from onet_rejected_row order by"
                        + " line_number"))
                .hasToString(
                        "[[1, Scale ID, IM, importance and level of an element together; the other of the two is not"
                                + " there], [2, Scale ID, LV, importance and level of an element together; the other"
                                + " of the two is not there], [3, Scale ID, LV, importance and level of an element"
                                + " together; the other of the two is not there], [4, Data Value, 9, a value on the"
                                + " scale IM, 1.0 to 5.0]]");
    }

    @Test
    void importanceAndLevelMayStandOnDifferentPages() {
        Onet onet = pipelined(MiniRelease.text());
        int fetch = begin(onet, "skills", "SKILLS", null, 4);
        page(
                onet,
                fetch,
                1,
                4,
                rating("15-1252.00", "2.B.3.e", "IM", "4.5"),
                rating("15-1252.00", "2.B.1.b", "IM", "3"));
        page(onet, fetch, 3, 4, rating("15-1252.00", "2.B.1.b", "LV", "3"), rating("15-1252.00", "2.B.3.e", "LV", "5"));

        assertThat(onet.pipeline().normalize().rows()).isEqualTo(new ImportReport(1, 4, 0, 0, 0, List.of()));
    }

    @Test
    void workStylesHaveNoLevelsToMiss() {
        Onet onet = pipelined(MiniRelease.text());
        land(
                onet,
                "work_styles",
                "WORK_STYLES",
                "15-1251.00",
                "{\"onetsoc_code\":\"15-1251.00\",\"element_id\":\"1.C.1.a\",\"element_name\":\"Achievement/Effort\","
                        + "\"scale_id\":\"WI\",\"data_value\":-2.5,\"date_updated\":\"2025-08-01\","
                        + "\"domain_source\":\"Analyst\"}");

        assertThat(onet.pipeline().normalize().rows().added()).isEqualTo(1);
        assertThat(value("select data_value from onet_rating where onetsoc_code = '15-1251.00'"
                        + " and domain = 'WORK_STYLES'"))
                .isEqualTo("-2.5000");
    }

    @Test
    void aRepeatThatSaysTheSameCountsOnceAndOneThatDoesNotIsRefusedWithAllThatHangsOnIt() {
        Onet onet = pipelined(MiniRelease.text());
        int fetch = begin(onet, "skills", "SKILLS", null, 7);
        page(
                onet,
                fetch,
                1,
                7,
                rating("15-1252.00", "2.B.3.e", "IM", "4.5"),
                rating("15-1252.00", "2.B.3.e", "LV", "5"),
                rating("15-1252.00", "2.B.1.b", "IM", "3"),
                rating("15-1252.00", "2.B.1.b", "LV", "3"));
        page(
                onet,
                fetch,
                5,
                7,
                rating("15-1252.00", "2.B.3.e", "IM", "4.50"),
                rating("15-1252.00", "2.B.1.b", "LV", "3.5"),
                rating("15-1252.00", "2.B.1.b", "LV", "3"));

        ImportReport report = onet.pipeline().normalize().rows();

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(rows("select line_number, expected from onet_rejected_row order by line_number"))
                .hasToString("[[3, importance and level of an element together; the other of the two is not there], "
                        + "[4, one row of its key; another row has the same key and other values], "
                        + "[6, one row of its key; another row has the same key and other values], "
                        + "[7, one row of its key; another row has the same key and other values]]");
    }

    @Test
    void aRowThatCameWithTheReleaseStays() {
        Onet onet = pipelined(MiniRelease.text());
        String released = "select * from onet_rating order by onetsoc_code, domain, element_id, scale_id";
        List<?> before = rows(released);
        land(
                onet,
                "skills",
                "SKILLS",
                "15-1251.00",
                rating("15-1251.00", "2.B.3.e", "IM", "4.39"),
                rating("15-1251.00", "2.B.3.e", "LV", "4.75"));

        ImportReport report = onet.pipeline().normalize().rows();

        assertThat(report.added() + report.changed()).isZero();
        assertThat(report.firstRefused().get(0).message())
                .isEqualTo(
                        "skills, line 1, column \"Data Value\": found \"4.39\", expected 4.3800, as the release itself"
                                + " has it");
        assertThat(report.firstRefused().get(1).message())
                .as("it differs in its interval")
                .startsWith("skills, line 2, column \"Lower CI Bound\": found no value, expected 4.4364");
        assertThat(rows(released)).isEqualTo(before);
    }

    @Test
    void aNewerFetchReplacesWhatAnEarlierOneBroughtAndAnOlderOneDoesNot() {
        Onet onet = pipelined(MiniRelease.text());
        int first = landPair(onet, "4.5", "5");
        onet.pipeline().normalize();
        int second = landPair(onet, "4.5000", "5.25");

        assertThat(onet.pipeline().normalize().rows()).isEqualTo(new ImportReport(1, 0, 1, 1, 0, List.of()));
        String fetched = "select scale_id, data_value, web_fetch_id from onet_rating where onetsoc_code = '15-1252.00'"
                + " and domain = 'SKILLS' order by scale_id";
        String expected = "[[IM, 4.5000, " + first + "], [LV, 5.2500, " + second + "]]";
        assertThat(rows(fetched)).hasToString(expected);
        assertThat(value("select revision from onet_release")).isEqualTo("2");

        normalizeAgain(first);
        assertThat(onet.pipeline().normalize().rows()).isEqualTo(new ImportReport(1, 0, 0, 2, 0, List.of()));
        assertThat(rows(fetched)).hasToString(expected);
        assertThat(value("select revision from onet_release")).isEqualTo("2");
    }

    @Test
    void theSameFetchesAgainChangeNothing() {
        Onet onet = pipelined(MiniRelease.text());
        int occupation = land(onet, "occupation_data", null, "15-1299.09", occupation("15-1299.09", "Data Wranglers"));
        int skills = land(
                onet,
                "skills",
                "SKILLS",
                null,
                rating("15-1299.09", "2.B.3.e", "IM", "4.5"),
                rating("15-1299.09", "2.B.3.e", "LV", "5"),
                rating("15-1299.09", "2.B.1.b", "LV", "5"),
                rating("15-1251.00", "2.B.3.e", "IM", "1"),
                rating("15-1251.00", "2.B.3.e", "LV", "1"));
        assertThat(onet.pipeline().normalize().rows().added()).isEqualTo(3);
        List<List<List<@Nullable String>>> before = contents();

        normalizeAgain(occupation, skills);
        ImportReport again = onet.pipeline().normalize().rows();

        assertThat(again.fetches()).isEqualTo(2);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.refused()).isEqualTo(3);
        assertThat(contents()).isEqualTo(before);
        assertThat(onet.pipeline().normalize().rows()).isEqualTo(ImportReport.NOTHING);
    }

    @Test
    void refusedRowsAreNumberedBehindThoseOfTheRelease() {
        Onet onet = pipelined(MiniRelease.text());
        onet.load(
                open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x")),
                LoadOptions.DEFAULTS.rejectedRows(LoadOptions.RejectedRows.KEEP_ASIDE));
        int fetch = land(onet, "skills", "SKILLS", null, rating("15-1252.00", "2.Z", "IM", "4.5"));

        onet.pipeline().normalize();

        assertThat(rows("select rejection, file_name, web_fetch_id from onet_rejected_row order by rejection"))
                .hasToString("[[1, Knowledge.txt, null], [2, skills, " + fetch + "]]");
    }

    @Test
    void elementsOfADomainThatTheReleaseCameWithoutGetIt() {
        Onet onet = pipelined(MiniRelease.text().withoutFile("Knowledge.txt"));
        assertThat(onet.catalog().domains()).doesNotContain(Domain.KNOWLEDGE);
        land(
                onet,
                "knowledge",
                "KNOWLEDGE",
                "15-1252.00",
                rating("15-1252.00", "2.C.3.a", "IM", "4.5"),
                rating("15-1252.00", "2.C.3.a", "LV", "5"));

        onet.pipeline().normalize();

        assertThat(rows("select element_id from onet_element where domain = 'KNOWLEDGE'"))
                .hasToString("[[2.C.3.a]]");
    }

    @Test
    void occupationsComeInWithTheTitleThatTheyAreSearchedBy() {
        Onet onet = pipelined(MiniRelease.text());
        land(
                onet,
                "occupation_data",
                null,
                null,
                occupation("15-1299.09", "Data Wranglers"),
                occupation("15-1251.00", "Code Monkeys"),
                occupation("15-1252.00", "Software Developers").replace("Do it.", "Design and build software."));

        ImportReport report = onet.pipeline().normalize().rows();

        assertThat(rows("select title, title_search, description from onet_occupation where web_fetch_id is not null"))
                .hasToString("[[Data Wranglers, data wrangler, Do it.]]");
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.firstRefused())
                .extracting(RejectedRow::message)
                .containsExactly("occupation_data, line 2, column \"Title\": found \"Code Monkeys\", expected Computer"
                        + " Programmers, as the release itself has it");
    }

    @Test
    void aPageThatCanNotBeReadMakesItsFetchUnusableAndHoldsUpNoOther() {
        Onet onet = pipelined(MiniRelease.text());
        int fetch = begin(onet, "skills", "SKILLS", null, 4);
        page(
                onet,
                fetch,
                1,
                4,
                rating("15-1252.00", "2.B.3.e", "IM", "4.5"),
                rating("15-1252.00", "2.B.3.e", "LV", "5"));
        page(onet, fetch, 3, 4);
        execute("update onet_web_response set body = '<html>' where first_row = 3");
        landPair(onet, "4.5", "5");

        ImportReport report = onet.pipeline().normalize().rows();

        assertThat(report.fetches()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(value("select expected from onet_rejected_row")).startsWith("pages of rows that can be read: ");
        assertThat(onet.pipeline().normalize().rows()).isEqualTo(ImportReport.NOTHING);
    }

    @Test
    void aFetchWhosePagesAreNotAllThereWaits() {
        Onet onet = pipelined(MiniRelease.text());
        int fetch = landPair(onet, "4.5", "5");
        execute("update onet_web_fetch set completed_at_utc = null where fetch_id = " + fetch);

        assertThat(onet.pipeline().normalize().rows()).isEqualTo(ImportReport.NOTHING);
        assertThat(value("select count(*) from onet_rating where web_fetch_id is not null"))
                .isEqualTo("0");
    }

    @Test
    void fetchesOfAReleaseThatIsNotActiveWait() {
        Onet onet = pipelined(MiniRelease.text());
        landPair(onet, "4.5", "5");
        StoredRelease old = onet.requireRelease("31.0");
        onet.load(open(MiniRelease.singleSkillsText()));

        assertThat(onet.pipeline().normalize().rows()).isEqualTo(ImportReport.NOTHING);
        onet.activate(old);
        assertThat(onet.pipeline().normalize().rows().added()).isEqualTo(2);
    }

    @Test
    void manyFetchesAreNormalizedWhole() {
        Onet onet = pipelined(MiniRelease.text());
        for (int i = 0; i < 120; i++) {
            landPair(onet, "4.5", "5." + i % 3);
        }
        assertThat(onet.pipeline().normalize().rows().fetches()).isEqualTo(120);
        assertThat(value("select count(*) from onet_web_fetch where normalized_at_utc is null"))
                .isEqualTo("0");
    }

    private Onet pipelined(MiniRelease release) {
        onetWith(release);
        OnetWebServices neverAsked = OnetWebServices.v2("a-key")
                .baseAddress(URI.create("http://127.0.0.1:1/"))
                .retries(0)
                .build();
        return Onet.create(dataSource).webServices(neverAsked).build();
    }

    private int landPair(Onet onet, String importance, String level) {
        return land(
                onet,
                "skills",
                "SKILLS",
                "15-1252.00",
                rating("15-1252.00", "2.B.3.e", "IM", importance),
                rating("15-1252.00", "2.B.3.e", "LV", level));
    }

    /** Lands a fetch of one page, as onet4j would have. */
    private int land(Onet onet, String table, @Nullable String domain, @Nullable String code, String... rows) {
        int fetch = begin(onet, table, domain, code, rows.length);
        page(onet, fetch, 1, rows.length, rows);
        return fetch;
    }

    private int begin(Onet onet, String table, @Nullable String domain, @Nullable String code, int total) {
        return onet.dsl()
                .insertInto(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.RELEASE_ID, active(onet))
                .set(ONET_WEB_FETCH.TABLE_ID, table)
                .set(ONET_WEB_FETCH.DOMAIN, domain)
                .set(ONET_WEB_FETCH.ONETSOC_CODE, code)
                .set(ONET_WEB_FETCH.GENERATION, "2.0")
                .set(ONET_WEB_FETCH.SERVICE_VERSION, "31.0")
                .set(ONET_WEB_FETCH.STARTED_AT_UTC, LANDED)
                .set(ONET_WEB_FETCH.COMPLETED_AT_UTC, LANDED)
                .set(ONET_WEB_FETCH.TOTAL_ROWS, total)
                .returning(ONET_WEB_FETCH.FETCH_ID)
                .fetchSingle(ONET_WEB_FETCH.FETCH_ID);
    }

    private static void page(Onet onet, int fetch, int first, int total, String... rows) {
        int last = first + rows.length - 1;
        onet.dsl()
                .insertInto(ONET_WEB_RESPONSE)
                .set(ONET_WEB_RESPONSE.FETCH_ID, fetch)
                .set(ONET_WEB_RESPONSE.FIRST_ROW, first)
                .set(ONET_WEB_RESPONSE.RELEASE_ID, active(onet))
                .set(ONET_WEB_RESPONSE.LAST_ROW, last)
                .set(ONET_WEB_RESPONSE.ADDRESS, "https://api-v2.onetcenter.org/database/rows/skills?start=" + first)
                .set(ONET_WEB_RESPONSE.STATUS, 200)
                .set(
                        ONET_WEB_RESPONSE.BODY,
                        "{\"start\":" + first + ",\"end\":" + last + ",\"total\":" + total + ",\"row\":["
                                + String.join(",", rows) + "]}")
                .set(ONET_WEB_RESPONSE.RECEIVED_AT_UTC, LANDED)
                .execute();
    }

    private static int active(Onet onet) {
        return onet.releases().stream()
                .filter(StoredRelease::active)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void normalizeAgain(int... fetches) {
        for (int fetch : fetches) {
            execute("update onet_web_fetch set normalized_at_utc = null where fetch_id = " + fetch);
        }
    }

    /** Every row of every table but those of fetches, whose times move. */
    private List<List<List<@Nullable String>>> contents() {
        return TABLES.stream()
                .filter(table -> !table.equals("onet_web_fetch"))
                .map(table -> rows("select * from " + table).stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList())
                .toList();
    }

    private static String rating(String code, String element, String scale, String value) {
        return "{\"onetsoc_code\":\"" + code + "\",\"title\":\"Some title\",\"element_id\":\"" + element
                + "\",\"element_name\":\"Some element\",\"scale_id\":\"" + scale + "\",\"scale_name\":\"Some scale\","
                + "\"data_value\":" + value + ",\"n\":8,\"standard_error\":0.16,\"lower_ci_bound\":null,"
                + "\"upper_ci_bound\":null,\"recommend_suppress\":\"N\",\"not_relevant\":null,"
                + "\"date_updated\":\"2021-08-01\",\"domain_source\":\"Analyst\"}";
    }

    private static String occupation(String code, String title) {
        return "{\"onetsoc_code\":\"" + code + "\",\"title\":\"" + title + "\",\"description\":\"Do it.\"}";
    }
}
