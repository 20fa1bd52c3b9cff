package io.github.onet4j.web;

import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one query in their order: each must continue where the last one ended, and contain only rows that were
 * asked for.
 */
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
            throw incomplete(
                    page, "the page must start with row " + nextRow() + ", but starts with row " + page.firstRow());
        }
        int announced = page.lastRow() - page.firstRow() + 1;
        if (announced < 1 || announced != page.rows().size() || page.lastRow() > page.total()) {
            throw incomplete(
                    page,
                    "the page announces the rows " + page.firstRow() + " to " + page.lastRow() + " of " + page.total()
                            + ", but contains " + page.rows().size());
        }
        page.rows()
                .forEach(row -> query.unmet(row).ifPresent(filter -> {
                    throw WebServicesException.of(
                            Reason.UNASKED_ROW,
                            page.response().address(),
                            "O*NET Web Services sent a row that does not match " + filter + ": " + row.values());
                }));
        last = page;
    }

    boolean isComplete() {
        return last != null && last.lastRow() >= last.total();
    }

    /** Returns the number of the first row that has not arrived. */
    int nextRow() {
        return last == null ? 1 : last.lastRow() + 1;
    }

    /** Returns the address that the service gives for the next page. */
    Optional<URI> next() {
        String next = last == null ? null : last.next();
        try {
            return next == null ? Optional.empty() : Optional.of(new URI(next));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static WebServicesException incomplete(WebPage page, String problem) {
        return WebServicesException.of(
                Reason.INCOMPLETE,
                page.response().address(),
                "the answer of O*NET Web Services is incomplete: " + problem);
    }
}
