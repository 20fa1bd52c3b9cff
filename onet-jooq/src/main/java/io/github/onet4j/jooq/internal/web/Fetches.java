package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_RESPONSE;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.web.ServiceInfo;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.internal.web.WebResponse;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.release.ReleaseTable;
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

/** Stores answers of O*NET Web Services as they were sent: fetches, and the pages of each. */
final class Fetches {
    private Fetches() {}

    /** Begins a fetch that has no pages yet. */
    static Fetch begin(DSLContext dsl, int releaseId, Subject subject, String tableId, ServiceInfo service) {
        OnetSocCode code = subject.code();
        int id = dsl.insertInto(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.RELEASE_ID, releaseId)
                .set(ONET_WEB_FETCH.TABLE_ID, tableId)
                .set(
                        ONET_WEB_FETCH.DOMAIN,
                        subject.table().domain().map(Enum::name).orElse(null))
                .set(ONET_WEB_FETCH.ONETSOC_CODE, code == null ? null : code.value())
                .set(ONET_WEB_FETCH.GENERATION, service.generation().number())
                .set(ONET_WEB_FETCH.SERVICE_VERSION, version(service))
                .set(ONET_WEB_FETCH.STARTED_AT_UTC, Releases.nowUtc())
                .returning(ONET_WEB_FETCH.FETCH_ID)
                .fetchSingle(ONET_WEB_FETCH.FETCH_ID);
        return new Fetch(id, releaseId, subject, tableId);
    }

    /** Returns the O*NET version of a service as fetches are stamped with it. */
    static String version(ServiceInfo service) {
        return Objects.requireNonNullElse(service.databaseVersion(), "unknown");
    }

    /** Stores a page. */
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
        dsl.update(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.TOTAL_ROWS, page.total())
                .where(ONET_WEB_FETCH.FETCH_ID.eq(fetch.id()))
                .execute();
    }

    /** Completes those of the fetches whose last page has landed. */
    static void complete(DSLContext dsl, List<Fetch> fetches) {
        LocalDateTime now = Releases.nowUtc();
        dsl.update(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.COMPLETED_AT_UTC, now)
                // A fetch without rows has nothing to import.
                .set(
                        ONET_WEB_FETCH.NORMALIZED_AT_UTC,
                        DSL.when(ONET_WEB_FETCH.TOTAL_ROWS.eq(0), now).else_(ONET_WEB_FETCH.NORMALIZED_AT_UTC))
                .where(isIncomplete(fetches))
                .and(ONET_WEB_FETCH.TOTAL_ROWS.eq(DSL.select(DSL.max(ONET_WEB_RESPONSE.LAST_ROW))
                        .from(ONET_WEB_RESPONSE)
                        .where(ONET_WEB_RESPONSE.FETCH_ID.eq(ONET_WEB_FETCH.FETCH_ID))))
                .execute();
    }

    /** Deletes those of the fetches that are incomplete. */
    static void drop(DSLContext dsl, List<Fetch> fetches) {
        List<Integer> incomplete = dsl.select(ONET_WEB_FETCH.FETCH_ID)
                .from(ONET_WEB_FETCH)
                .where(isIncomplete(fetches))
                .forUpdate()
                .fetch(ONET_WEB_FETCH.FETCH_ID);
        dsl.deleteFrom(ONET_WEB_RESPONSE)
                .where(ONET_WEB_RESPONSE.FETCH_ID.in(incomplete))
                .execute();
        dsl.deleteFrom(ONET_WEB_FETCH)
                .where(ONET_WEB_FETCH.FETCH_ID.in(incomplete))
                .execute();
    }

    private static Condition isIncomplete(List<Fetch> fetches) {
        return ONET_WEB_FETCH
                .FETCH_ID
                .in(fetches.stream().map(Fetch::id).toList())
                .and(ONET_WEB_FETCH.COMPLETED_AT_UTC.isNull());
    }

    /** Locks a fetch until the end of the transaction. Returns false if there is none. */
    static boolean lock(DSLContext dsl, Fetch fetch) {
        return dsl.select(ONET_WEB_FETCH.FETCH_ID)
                .from(ONET_WEB_FETCH)
                .where(ONET_WEB_FETCH.FETCH_ID.eq(fetch.id()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    static boolean hasPage(DSLContext dsl, Fetch fetch, int firstRow) {
        return dsl.fetchExists(ONET_WEB_RESPONSE, isPage(fetch, firstRow));
    }

    /** Returns the landed pages of a fetch in their order, each read when it is its turn. */
    static Stream<WebPage> pages(DSLContext dsl, Fetch fetch) {
        return firstRows(dsl, fetch).stream().map(firstRow -> page(dsl, fetch, firstRow));
    }

    /** Returns the numbers of the first rows of the landed pages, in order. */
    static List<Integer> firstRows(DSLContext dsl, Fetch fetch) {
        return dsl.select(ONET_WEB_RESPONSE.FIRST_ROW)
                .from(ONET_WEB_RESPONSE)
                .where(ONET_WEB_RESPONSE.FETCH_ID.eq(fetch.id()))
                .orderBy(ONET_WEB_RESPONSE.FIRST_ROW)
                .fetch(ONET_WEB_RESPONSE.FIRST_ROW);
    }

    /** Returns a landed page. */
    static WebPage page(DSLContext dsl, Fetch fetch, int firstRow) {
        return WebPage.parse(dsl.selectFrom(ONET_WEB_RESPONSE)
                .where(isPage(fetch, firstRow))
                .fetchSingle(row -> new WebResponse(
                        URI.create(row.getAddress()),
                        row.getStatus(),
                        row.getBody(),
                        row.getReceivedAtUtc().toInstant(ZoneOffset.UTC))));
    }

    private static Condition isPage(Fetch fetch, int firstRow) {
        return ONET_WEB_RESPONSE.FETCH_ID.eq(fetch.id()).and(ONET_WEB_RESPONSE.FIRST_ROW.eq(firstRow));
    }

    /** Returns the complete fetches whose rows have not been imported, oldest first. */
    static List<Fetch> pending(DSLContext dsl, int releaseId, Condition further) {
        return find(
                dsl,
                DSL.and(
                        ONET_WEB_FETCH.RELEASE_ID.eq(releaseId),
                        ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull(),
                        ONET_WEB_FETCH.NORMALIZED_AT_UTC.isNull(),
                        further));
    }

    /** Tells whether a subject has a complete fetch in one of the service's tables. */
    static boolean isAnswered(DSLContext dsl, int releaseId, Subject subject, String tableId, Condition further) {
        return dsl.fetchExists(
                ONET_WEB_FETCH,
                isOf(releaseId, subject, tableId)
                        .and(ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull())
                        .and(further));
    }

    /** Returns the newest fetch of a subject in a version, unless it is complete. */
    static Optional<Fetch> brokenOff(DSLContext dsl, int releaseId, Subject subject, String tableId, String version) {
        return dsl.selectFrom(ONET_WEB_FETCH)
                .where(isOf(releaseId, subject, tableId).and(ONET_WEB_FETCH.SERVICE_VERSION.eq(version)))
                .orderBy(ONET_WEB_FETCH.FETCH_ID.desc())
                .limit(1)
                .fetchOptional()
                .filter(row -> row.getCompletedAtUtc() == null)
                .map(row -> new Fetch(row.getFetchId(), releaseId, subject, tableId));
    }

    private static Condition isOf(int releaseId, Subject subject, String tableId) {
        OnetSocCode code = subject.code();
        return DSL.and(
                ONET_WEB_FETCH.RELEASE_ID.eq(releaseId),
                ONET_WEB_FETCH.TABLE_ID.eq(tableId),
                code == null ? ONET_WEB_FETCH.ONETSOC_CODE.isNull() : ONET_WEB_FETCH.ONETSOC_CODE.eq(code.value()));
    }

    /** Returns the subjects of complete fetches that none in the same table of the service has repeated since. */
    static List<Subject> outdated(DSLContext dsl, int releaseId, LocalDateTime freshSince) {
        return dsl
                .select(ONET_WEB_FETCH.DOMAIN, ONET_WEB_FETCH.ONETSOC_CODE)
                .from(ONET_WEB_FETCH)
                .where(isKnown())
                .and(ONET_WEB_FETCH.RELEASE_ID.eq(releaseId))
                .and(ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull())
                .groupBy(ONET_WEB_FETCH.TABLE_ID, ONET_WEB_FETCH.DOMAIN, ONET_WEB_FETCH.ONETSOC_CODE)
                .having(DSL.max(ONET_WEB_FETCH.COMPLETED_AT_UTC).lt(freshSince))
                .orderBy(DSL.min(ONET_WEB_FETCH.FETCH_ID))
                .fetch(Fetches::subject)
                .stream()
                .distinct()
                .toList();
    }

    private static List<Fetch> find(DSLContext dsl, Condition condition) {
        return dsl.selectFrom(ONET_WEB_FETCH)
                .where(isKnown())
                .and(condition)
                .orderBy(ONET_WEB_FETCH.FETCH_ID)
                .fetch(Fetches::fetch);
    }

    /** Leaves fetches of other domains to the newer onet4j that has fetched them into the same database. */
    private static Condition isKnown() {
        return ONET_WEB_FETCH
                .DOMAIN
                .isNull()
                .or(ONET_WEB_FETCH.DOMAIN.in(
                        Stream.of(Domain.values()).map(Domain::name).toList()));
    }

    private static Fetch fetch(Record row) {
        return new Fetch(
                row.get(ONET_WEB_FETCH.FETCH_ID),
                row.get(ONET_WEB_FETCH.RELEASE_ID),
                subject(row),
                row.get(ONET_WEB_FETCH.TABLE_ID));
    }

    private static Subject subject(Record row) {
        Domain domain = row.get(ONET_WEB_FETCH.DOMAIN, Domain.class);
        String code = row.get(ONET_WEB_FETCH.ONETSOC_CODE);
        return new Subject(
                domain == null ? ReleaseTable.OCCUPATION_DATA : ReleaseTable.of(domain),
                code == null ? null : new OnetSocCode(code));
    }
}
