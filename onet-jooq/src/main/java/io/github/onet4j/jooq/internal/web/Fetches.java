package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_RESPONSE;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.RowQuery;
import io.github.onet4j.web.ServiceInfo;
import io.github.onet4j.web.WebPage;
import io.github.onet4j.web.WebResponse;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Where answers of O*NET Web Services land: fetches, and their pages as they were sent. */
final class Fetches {
    private Fetches() {}

    /** Begins a fetch that has no pages yet. */
    static Fetch begin(
            DSLContext dsl,
            int releaseId,
            ReleaseTable table,
            RowQuery query,
            @Nullable OnetSocCode code,
            ServiceInfo service) {
        String version = version(service);
        int id = dsl.insertInto(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.RELEASE_ID, releaseId)
                .set(ONET_WEB_FETCH.TABLE_ID, query.tableId())
                .set(ONET_WEB_FETCH.DOMAIN, table.domain().map(Enum::name).orElse(null))
                .set(ONET_WEB_FETCH.ONETSOC_CODE, code == null ? null : code.value())
                .set(ONET_WEB_FETCH.GENERATION, service.generation().number())
                .set(ONET_WEB_FETCH.SERVICE_VERSION, version)
                .set(ONET_WEB_FETCH.STARTED_AT_UTC, Releases.nowUtc())
                .returning(ONET_WEB_FETCH.FETCH_ID)
                .fetchSingle(ONET_WEB_FETCH.FETCH_ID);
        return new Fetch(id, releaseId, table, query.tableId(), code, version);
    }

    /** The version of O*NET that a service has, as fetches are marked with it. */
    static String version(ServiceInfo service) {
        return Objects.requireNonNullElse(service.databaseVersion(), "unknown");
    }

    /** Keeps a page; the last one completes the fetch. */
    static void land(DSLContext dsl, Fetch fetch, WebPage page) {
        WebResponse response = page.response();
        dsl.insertInto(ONET_WEB_RESPONSE)
                .set(ONET_WEB_RESPONSE.FETCH_ID, fetch.id())
                .set(ONET_WEB_RESPONSE.FIRST_ROW, page.firstRow())
                .set(ONET_WEB_RESPONSE.RELEASE_ID, fetch.releaseId())
                .set(ONET_WEB_RESPONSE.LAST_ROW, page.lastRow())
                .set(ONET_WEB_RESPONSE.ADDRESS, response.address().toString())
                .set(ONET_WEB_RESPONSE.STATUS, response.status())
                .set(ONET_WEB_RESPONSE.BODY, response.body())
                .set(ONET_WEB_RESPONSE.RECEIVED_AT_UTC, LocalDateTime.ofInstant(response.receivedAt(), ZoneOffset.UTC))
                .execute();
        LocalDateTime completed = page.lastRow() >= page.total() ? Releases.nowUtc() : null;
        dsl.update(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.TOTAL_ROWS, page.total())
                .set(ONET_WEB_FETCH.COMPLETED_AT_UTC, completed)
                // Of no rows there is nothing to bring in.
                .set(ONET_WEB_FETCH.NORMALIZED_AT_UTC, page.total() == 0 ? completed : null)
                .where(ONET_WEB_FETCH.FETCH_ID.eq(fetch.id()))
                .execute();
    }

    /** The pages of a fetch that have landed, in their order, read one after the other. */
    static Stream<WebPage> pages(DSLContext dsl, Fetch fetch) {
        return firstRows(dsl, fetch).stream().map(firstRow -> page(dsl, fetch, firstRow));
    }

    /** The numbers of the first rows of the pages that have landed, in their order. */
    static List<Integer> firstRows(DSLContext dsl, Fetch fetch) {
        return dsl.select(ONET_WEB_RESPONSE.FIRST_ROW)
                .from(ONET_WEB_RESPONSE)
                .where(ONET_WEB_RESPONSE.FETCH_ID.eq(fetch.id()))
                .orderBy(ONET_WEB_RESPONSE.FIRST_ROW)
                .fetch(ONET_WEB_RESPONSE.FIRST_ROW);
    }

    /** A page that has landed. */
    static WebPage page(DSLContext dsl, Fetch fetch, int firstRow) {
        return WebPage.parse(response(dsl, fetch, firstRow));
    }

    /** Fetches that are complete and whose rows have not been brought in, oldest first. */
    static List<Fetch> pending(DSLContext dsl, int releaseId) {
        return find(dsl, isPending(releaseId));
    }

    static Condition isPending(int releaseId) {
        return DSL.and(
                ONET_WEB_FETCH.RELEASE_ID.eq(releaseId),
                ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull(),
                ONET_WEB_FETCH.NORMALIZED_AT_UTC.isNull());
    }

    /** The newest fetch of a question in a version of the service that a condition holds for. */
    static Optional<Fetch> newest(
            DSLContext dsl,
            int releaseId,
            String tableId,
            @Nullable OnetSocCode code,
            String serviceVersion,
            Condition further) {
        Condition ofCode =
                code == null ? ONET_WEB_FETCH.ONETSOC_CODE.isNull() : ONET_WEB_FETCH.ONETSOC_CODE.eq(code.value());
        List<Fetch> found = find(
                dsl,
                ONET_WEB_FETCH
                        .RELEASE_ID
                        .eq(releaseId)
                        .and(ofCode)
                        .and(ONET_WEB_FETCH.TABLE_ID.eq(tableId))
                        .and(ONET_WEB_FETCH.SERVICE_VERSION.eq(serviceVersion))
                        .and(further));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    static List<Fetch> find(DSLContext dsl, Condition condition) {
        return dsl.selectFrom(ONET_WEB_FETCH)
                .where(condition)
                .orderBy(ONET_WEB_FETCH.FETCH_ID)
                .fetch(Fetches::fetch);
    }

    private static WebResponse response(DSLContext dsl, Fetch fetch, int firstRow) {
        return dsl.selectFrom(ONET_WEB_RESPONSE)
                .where(ONET_WEB_RESPONSE.FETCH_ID.eq(fetch.id()))
                .and(ONET_WEB_RESPONSE.FIRST_ROW.eq(firstRow))
                .fetchSingle(row -> new WebResponse(
                        URI.create(row.getAddress()),
                        row.getStatus(),
                        row.getBody(),
                        row.getReceivedAtUtc().toInstant(ZoneOffset.UTC)));
    }

    private static Fetch fetch(Record row) {
        String domain = row.get(ONET_WEB_FETCH.DOMAIN);
        String code = row.get(ONET_WEB_FETCH.ONETSOC_CODE);
        return new Fetch(
                row.get(ONET_WEB_FETCH.FETCH_ID),
                row.get(ONET_WEB_FETCH.RELEASE_ID),
                domain == null ? ReleaseTable.OCCUPATION_DATA : ReleaseTable.of(Domain.valueOf(domain)),
                row.get(ONET_WEB_FETCH.TABLE_ID),
                code == null ? null : new OnetSocCode(code),
                row.get(ONET_WEB_FETCH.SERVICE_VERSION));
    }
}
