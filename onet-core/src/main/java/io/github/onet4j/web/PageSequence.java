package io.github.onet4j.web;

import io.github.onet4j.web.WebServicesException.Reason;
import org.jspecify.annotations.Nullable;

/** The pages of one query in their order, each checked to go on where the last ended and to hold nothing but what was asked. */
final class PageSequence {
    private final RowQuery query;
    private @Nullable WebPage last;

    PageSequence(RowQuery query) {
        this.query = query;
    }

    void add(WebPage page) {
        if (page.total() == 0 && last == null && page.rows().isEmpty()) {
            last = page;
            return;
        }
        if (last != null && page.total() != last.total()) {
            throw incomplete(
                    page,
                    "the number of rows changed from " + last.total() + " to " + page.total() + " between two pages");
        }
        if (page.firstRow() != nextRow()) {
            throw incomplete(page, "the page starts with row " + page.firstRow() + " where " + nextRow() + " was due");
        }
        int said = page.lastRow() - page.firstRow() + 1;
        if (said < 1 || said != page.rows().size() || page.lastRow() > page.total()) {
            throw incomplete(
                    page,
                    "the page says it holds the rows " + page.firstRow() + " to " + page.lastRow() + " of "
                            + page.total() + " and holds " + page.rows().size());
        }
        page.rows()
                .forEach(row -> query.unmet(row).ifPresent(filter -> {
                    throw WebServicesException.of(
                            Reason.UNASKED_ROW,
                            page.response().address(),
                            "a row came back that was not asked for by " + filter + ": " + row.values());
                }));
        last = page;
    }

    boolean isComplete() {
        return last != null && last.lastRow() >= last.total();
    }

    /** The number of the first row that has not arrived. */
    int nextRow() {
        return last == null ? 1 : last.lastRow() + 1;
    }

    /** The address that the service gives for the next page, or null. */
    @Nullable
    String next() {
        return last == null ? null : last.next();
    }

    private static WebServicesException incomplete(WebPage page, String what) {
        return WebServicesException.of(
                Reason.INCOMPLETE, page.response().address(), "the answer of O*NET Web Services is not whole: " + what);
    }
}
