package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_ELEMENT;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;

import io.github.onet4j.internal.JsonException;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.internal.web.WebRow;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.internal.database.BulkPath;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.internal.load.TableMapping;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Record;

/** Imports the rows of one fetch, page by page. */
final class RowImporter {
    private final Session session;
    private final Fetch fetch;
    private final RowRules rules;
    private final Refusals refusals;
    private final TableMapping mapping;
    private final StoredRows storedRows;
    private final RowSurvey survey = new RowSurvey();
    private final Set<String> elements = new HashSet<>();
    private int added;
    private int changed;
    private int unchanged;
    private int refused;
    private final List<RejectedRow> firstRefused = new ArrayList<>();

    RowImporter(Database database, Session session, BulkPath path, Fetch fetch, RowRules rules, Refusals refusals) {
        this.session = session;
        this.fetch = fetch;
        this.rules = rules;
        this.refusals = refusals;
        this.mapping = TableMapping.of(fetch.subject().table(), fetch.releaseId());
        this.storedRows = new StoredRows(database, session, path, mapping);
    }

    ImportReport run() throws SQLException {
        if (isSurveyed()) {
            Iterator<WebPage> pages = pages();
            while (pages.hasNext()) {
                importRows(usable(pages.next()));
                refusals.store();
            }
            nameTheDomainOfElements();
        }
        refusals.store();
        finish();
        return new ImportReport(1, added, changed, unchanged, refused, firstRefused);
    }

    /** Surveys all pages. One that is unreadable makes the whole fetch unusable: nobody knows what it holds. */
    private boolean isSurveyed() {
        try {
            look(survey::add);
            if (survey.needsComparison()) {
                look(survey::compare);
            }
            return true;
        } catch (JsonException e) {
            refuse(new RejectedRow(
                    fetch.tableId(), 1, null, null, "pages of rows that can be read: " + e.getMessage(), ""));
            return false;
        }
    }

    private void look(Consumer<FetchedRow> at) {
        pages().forEachRemaining(page -> rows(page, problem -> {}).forEach(at));
    }

    private Iterator<WebPage> pages() {
        return Fetches.pages(session.dsl(), fetch).iterator();
    }

    /** Returns the rows of a page that are correct by themselves. */
    private List<FetchedRow> rows(WebPage page, Consumer<RejectedRow> rejected) {
        List<FetchedRow> rows = new ArrayList<>();
        int number = page.firstRow();
        for (WebRow row : page.rows()) {
            ReleaseRow read = row.toReleaseRow(fetch.subject().table(), fetch.tableId(), number++, rejected);
            if (read != null) {
                FetchedRow fetched = new FetchedRow(read, mapping);
                RejectedRow problem = rules.problem(fetched, fetch.subject().code());
                if (problem == null) {
                    rows.add(fetched);
                } else {
                    rejected.accept(problem);
                }
            }
        }
        return rows;
    }

    /** Returns the rows of a page that are correct beside all others too, each key once. */
    private List<FetchedRow> usable(WebPage page) {
        List<FetchedRow> usable = new ArrayList<>();
        for (FetchedRow row : rows(page, this::refuse)) {
            RejectedRow problem = survey.problem(row);
            if (problem != null) {
                refuse(problem);
            } else if (survey.isRepeat(row)) {
                unchanged++;
            } else {
                usable.add(row);
            }
        }
        return usable;
    }

    private void importRows(List<FetchedRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<FetchedRow> others = new ArrayList<>();
        List<FetchedRow> newer = new ArrayList<>();
        Map<String, Record> stored = storedRows.find(rows);
        for (FetchedRow row : rows) {
            Record there = stored.get(row.key());
            if (there == null) {
                others.add(row);
            } else if (isToReplace(there, row)) {
                newer.add(row);
            }
        }
        storedRows.delete(newer);
        storedRows.insert(newer, fetch);
        storedRows.insert(others, fetch);
        changed += newer.size();
        added += others.size();
        others.forEach(row -> noteAdded(row.row()));
    }

    /** Tells whether a row is newer than the stored one and differs. A row that came with the release stays. */
    private boolean isToReplace(Record there, FetchedRow row) {
        int different = row.firstDifference(there);
        Integer thereBy = storedRows.fetchOf(there);
        if (different >= 0 && thereBy == null) {
            Object released = there.get(mapping.fields().get(different));
            refuse(row.refused(
                    different,
                    (released == null ? "no value" : released.toString()) + ", as the release itself has it"));
            return false;
        }
        boolean newer = different >= 0 && thereBy != null && thereBy <= fetch.id();
        if (!newer) {
            unchanged++;
        }
        return newer;
    }

    private void noteAdded(ReleaseRow row) {
        if (fetch.subject().table() == ReleaseTable.OCCUPATION_DATA) {
            rules.addOccupation(row);
        } else {
            elements.add(row.requiredText(ReleaseColumn.ELEMENT_ID));
        }
    }

    /** Sets the domain of elements; a release that was loaded without the file of a domain lacks it. */
    private void nameTheDomainOfElements() {
        fetch.subject()
                .table()
                .domain()
                .filter(domain -> !elements.isEmpty())
                .ifPresent(domain -> session.dsl()
                        .update(ONET_ELEMENT)
                        .set(ONET_ELEMENT.DOMAIN, domain.name())
                        .where(ONET_ELEMENT.RELEASE_ID.eq(fetch.releaseId()))
                        .and(ONET_ELEMENT.DOMAIN.isNull())
                        .and(ONET_ELEMENT.ELEMENT_ID.in(elements))
                        .execute());
    }

    private void refuse(RejectedRow row) {
        refused++;
        if (firstRefused.size() < ImportReport.REFUSED_ROWS_NAMED) {
            firstRefused.add(row);
        }
        refusals.add(fetch, row);
    }

    private void finish() {
        session.dsl()
                .update(ONET_WEB_FETCH)
                .set(ONET_WEB_FETCH.NORMALIZED_AT_UTC, Releases.nowUtc())
                .set(ONET_WEB_FETCH.ROWS_ADDED, added)
                .set(ONET_WEB_FETCH.ROWS_CHANGED, changed)
                .set(ONET_WEB_FETCH.ROWS_UNCHANGED, unchanged)
                .set(ONET_WEB_FETCH.ROWS_REFUSED, refused)
                .where(ONET_WEB_FETCH.FETCH_ID.eq(fetch.id()))
                .execute();
    }
}
