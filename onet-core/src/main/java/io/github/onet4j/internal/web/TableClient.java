package io.github.onet4j.internal.web;

import io.github.onet4j.release.ReleaseTable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads tables of O*NET Web Services. Thread-safe. Every method throws {@code WebServicesException} unless the service
 * gives a complete answer that fits the request.
 */
public interface TableClient {
    /** Asks which version of O*NET the service has now. Data change with the version only. */
    ServiceInfo about();

    /**
     * Returns a query for each table of the service that together hold a table of a release: one or, for skills from
     * O*NET 30.3 on, two. Fails with {@code TABLE_NOT_AVAILABLE} if the service does not list them now.
     */
    List<RowQuery> queries(ReleaseTable table);

    /**
     * Reads rows page by page and passes on each page before it asks for the next one. An interrupted reading
     * continues behind its pages, as long as the service has the same version.
     *
     * @param query the rows
     * @param earlier the pages read before, in their order; empty to start with the first page
     * @param arrived receives each further page
     */
    void readPages(RowQuery query, List<WebPage> earlier, Consumer<WebPage> arrived);
}
