package io.github.onet4j.web;

import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceAnswer;
import io.github.onet4j.internal.web.ServiceInfo;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads tables, and follows their pages to the end. */
final class ServiceTables implements TableClient {
    private static final int ROWS_PER_PAGE = 2000;

    private final Exchange exchange;
    private final TableList list;

    ServiceTables(Exchange exchange, TableList list) {
        this.exchange = exchange;
        this.list = list;
    }

    @Override
    public ServiceInfo about() {
        return list.about();
    }

    @Override
    public List<RowQuery> queries(ReleaseTable table) {
        return list.queries(table);
    }

    @Override
    public void readPages(RowQuery query, List<WebPage> earlier, Consumer<WebPage> arrived) {
        PageSequence sequence = new PageSequence(query);
        earlier.forEach(sequence::add);
        while (!sequence.isComplete()) {
            arrived.accept(nextPage(query, sequence));
        }
    }

    WebPage firstPage(RowQuery query) {
        return nextPage(query, new PageSequence(query));
    }

    private WebPage nextPage(RowQuery query, PageSequence sequence) {
        WebPage page = ofTable(query.tableId(), address(query, sequence), ServiceAnswer::page);
        sequence.add(page);
        return page;
    }

    private URI address(RowQuery query, PageSequence sequence) {
        int first = sequence.nextRow();
        return sequence.next()
                .filter(exchange::isOurs)
                .orElseGet(() -> exchange.address(
                        "database/rows/" + query.tableId() + "?" + query.parameters(first, first + ROWS_PER_PAGE - 1)));
    }

    /** Asks about a table. Since a missing one may be a 404 or a 422, the list of tables decides. */
    private <T> T ofTable(String tableId, URI address, Function<ServiceAnswer, T> read) {
        try {
            return exchange.get(address, read);
        } catch (WebServicesException e) {
            if (e.reason() == Reason.NOT_FOUND || e.reason() == Reason.REFUSED) {
                list.requireListed(tableId, address);
            }
            throw e;
        }
    }
}
