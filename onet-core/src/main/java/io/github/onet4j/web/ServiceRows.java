package io.github.onet4j.web;

import io.github.onet4j.Element;
import io.github.onet4j.Origin;
import io.github.onet4j.internal.OccupationRatings;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.internal.web.WebRow;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Reads the service's rows as those of a release's tables. A row that a release could not have is an error. */
final class ServiceRows {
    private final ServiceTables tables;
    private final TableList list;
    private final URI base;

    ServiceRows(ServiceTables tables, TableList list, URI base) {
        this.tables = tables;
        this.list = list;
        this.base = base;
    }

    ServiceTables tables() {
        return tables;
    }

    TableList list() {
        return list;
    }

    /** Reads the rows of a table of a release, from all tables of the service that hold it. */
    List<ReleaseRow> releaseRows(ReleaseTable table, UnaryOperator<RowQuery> narrowed) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (RowQuery query : list.queries(table)) {
            rows.addAll(releaseRows(table, narrowed.apply(query)));
        }
        return rows;
    }

    List<ReleaseRow> releaseRows(ReleaseTable table, RowQuery query) {
        List<ReleaseRow> rows = new ArrayList<>();
        tables.readPages(query, List.of(), page -> rows.addAll(releaseRows(table, query, page)));
        return rows;
    }

    /** Reads the first page of each of the tables that hold a table of a release. */
    List<ReleaseRow> firstReleaseRows(ReleaseTable table) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (RowQuery query : list.queries(table)) {
            rows.addAll(releaseRows(table, query, tables.firstPage(query)));
        }
        return rows;
    }

    private static List<ReleaseRow> releaseRows(ReleaseTable table, RowQuery query, WebPage page) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (WebRow row : page.rows()) {
            ReleaseRow read = row.toReleaseRow(table, query.tableId(), page.firstRow() + rows.size(), rejected -> {
                throw WebServicesException.of(Reason.UNREADABLE, page.response().address(), rejected.message());
            });
            rows.add(Objects.requireNonNull(read));
        }
        return rows;
    }

    static Origin origin(String version) {
        return new Origin(Origin.Kind.WEB_SERVICES, version);
    }

    void add(OccupationRatings ratings, Element element, ReleaseRow row, Origin origin) {
        if (!ratings.add(element, row.ratingKey(), row.rating(origin))) {
            throw unreadable("O*NET Web Services sent two ratings of " + element + " on the same scale");
        }
    }

    WebServicesException unreadable(String message) {
        return WebServicesException.of(Reason.UNREADABLE, base, message);
    }
}
