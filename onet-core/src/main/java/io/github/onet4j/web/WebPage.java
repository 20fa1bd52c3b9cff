package io.github.onet4j.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows: some of those that a {@link RowQuery} asks for.
 *
 * @param response the answer that it was read from
 * @param firstRow the number of its first row, from 1
 * @param lastRow the number of its last row; 0 where there are no rows at all
 * @param total how many rows there are on all pages together
 * @param rows its rows
 * @param next the address of the next page as the service gives it; null where it gives none
 */
public record WebPage(
        WebResponse response,
        int firstRow,
        int lastRow,
        int total,
        List<WebRow> rows,
        @Nullable String next) {
    /** Copies the rows. */
    public WebPage {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a page out of an answer, fresh or kept from earlier.
     *
     * @param response an answer with status 200
     * @return the page
     * @throws WebServicesException if the answer is no page of rows, for {@link WebServicesException.Reason#UNREADABLE}
     */
    public static WebPage parse(WebResponse response) {
        return Json.read(response).page();
    }
}
