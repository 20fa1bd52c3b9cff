package io.github.onet4j.internal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the rows that a {@link RowQuery} asks for.
 *
 * @param response the response that the page was read from
 * @param firstRow the number of the first row, from 1
 * @param lastRow the number of the last row; 0 if there are no rows at all
 * @param total the number of rows on all pages
 * @param rows the rows
 * @param next the address of the next page as the service gives it; null if it gives none
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
     * Reads a page from a response with status 200, new or stored.
     *
     * @throws io.github.onet4j.internal.JsonException if the response is not a page of rows
     */
    public static WebPage parse(WebResponse response) {
        return ServiceAnswer.parse(response).page();
    }
}
