package io.github.onet4j.jooq;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseRows;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.OnetWebServices;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ratings of a release of full size, as the service would send them. */
final class RealNormalizationTest extends OnEachEngine {
    private static final int ROWS_PER_PAGE = 2000;
    private static final LocalDateTime LANDED = LocalDateTime.of(2026, 11, 1, 12, 0);
    private static final List<String> COLUMNS = List.of(
            "onetsoc_code",
            "domain",
            "element_id",
            "scale_id",
            "data_value",
            "n",
            "standard_error",
            "lower_ci_bound",
            "upper_ci_bound",
            "recommend_suppress",
            "not_relevant",
            "date_updated",
            "domain_source");

    @Test
    void ratingsThatAReleaseLostComeBackRowByRow() {
        OnetRelease release = OnetRelease.open(RealReleaseTest.archive("db_29_3_text.zip"));
        onetWithTables();
        Onet onet = Onet.create(dataSource)
                .webServices(OnetWebServices.v2("a-key")
                        .baseAddress(URI.create("http://127.0.0.1:1/"))
                        .retries(0)
                        .build())
                .build();
        int whole = onet.load(release).release().id();
        int lossy = onet.load(release, LoadOptions.DEFAULTS.alreadyLoaded(LoadOptions.AlreadyLoaded.LOAD_AGAIN))
                .release()
                .id();
        String lost = " and domain in ('SKILLS', 'KNOWLEDGE')";
        execute("delete from onet_rating where release_id = " + lossy + lost);
        land(onet, lossy, release, ReleaseTable.SKILLS);
        land(onet, lossy, release, ReleaseTable.KNOWLEDGE);

        PipelineRun run = onet.pipeline().normalize();

        String expected = value("select count(*) from onet_rating where release_id = " + whole + lost);
        assertThat(run.rows()).isEqualTo(new ImportReport(2, Long.parseLong(expected), 0, 0, 0, List.of()));
        assertThat(count("onet_rejected_row")).isZero();
        String same = COLUMNS.stream()
                .map(column -> isMySql()
                        ? "a." + column + " <=> b." + column
                        : "a." + column + " is not distinct from b." + column)
                .collect(Collectors.joining(" and "));
        assertThat(value("select count(*) from onet_rating a join onet_rating b on a.onetsoc_code = b.onetsoc_code"
                        + " and a.domain = b.domain and a.element_id = b.element_id and a.scale_id = b.scale_id and "
                        + same
                        + " where a.release_id = " + whole + " and b.release_id = " + lossy
                        + " and b.web_fetch_id is not null"))
                .isEqualTo(expected);

        execute("update onet_web_fetch set normalized_at_utc = null");
        assertThat(onet.pipeline().normalize().rows().unchanged()).isEqualTo(Long.parseLong(expected));
    }

    private static void land(Onet onet, int releaseId, OnetRelease release, ReleaseTable table) {
        List<String> rows = new ArrayList<>();
        try (ReleaseRows read = release.rows(table, RealNormalizationTest::unexpected)) {
            read.forEachRemaining(row -> rows.add(json(row)));
        }
        int fetch = onet.dsl()
                .insertInto(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.RELEASE_ID, releaseId)
                .set(ONET_WEB_FETCH.TABLE_ID, table.name().toLowerCase(Locale.ROOT))
                .set(ONET_WEB_FETCH.DOMAIN, table.name())
                .set(ONET_WEB_FETCH.GENERATION, "2.0")
                .set(ONET_WEB_FETCH.SERVICE_VERSION, "29.3")
                .set(ONET_WEB_FETCH.STARTED_AT_UTC, LANDED)
                .set(ONET_WEB_FETCH.COMPLETED_AT_UTC, LANDED)
                .set(ONET_WEB_FETCH.TOTAL_ROWS, rows.size())
                .returning(ONET_WEB_FETCH.FETCH_ID)
                .fetchSingle(ONET_WEB_FETCH.FETCH_ID);
        for (int first = 1; first <= rows.size(); first += ROWS_PER_PAGE) {
            int last = Math.min(first + ROWS_PER_PAGE - 1, rows.size());
            String body = "{\"start\":" + first + ",\"end\":" + last + ",\"total\":" + rows.size() + ",\"row\":"
                    + rows.subList(first - 1, last) + "}";
            onet.dsl()
                    .insertInto(ONET_WEB_RESPONSE)
                    .set(ONET_WEB_RESPONSE.FETCH_ID, fetch)
                    .set(ONET_WEB_RESPONSE.FIRST_ROW, first)
                    .set(ONET_WEB_RESPONSE.RELEASE_ID, releaseId)
                    .set(ONET_WEB_RESPONSE.LAST_ROW, last)
                    .set(ONET_WEB_RESPONSE.ADDRESS, "https://api-v2.onetcenter.org/database/rows/x?start=" + first)
                    .set(ONET_WEB_RESPONSE.STATUS, 200)
                    .set(ONET_WEB_RESPONSE.BODY, body)
                    .set(ONET_WEB_RESPONSE.RECEIVED_AT_UTC, LANDED)
                    .execute();
        }
    }

    private static String json(ReleaseRow row) {
        return row.table().columns().stream()
                .map(column -> "\"" + column.id() + "\":" + value(row, column))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(ReleaseRow row, ReleaseColumn column) {
        String text = row.text(column);
        if (text == null) {
            return "null";
        }
        return switch (column.type()) {
            case DECIMAL, INTEGER -> text;
            default -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        };
    }

    private static void unexpected(RejectedRow row) {
        throw new AssertionError(row.message());
    }
}
