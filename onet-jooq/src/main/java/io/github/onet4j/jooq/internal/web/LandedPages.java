package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.internal.web.WebPage;
import java.util.AbstractList;
import java.util.List;

/** The landed pages of a fetch, each read on access: all of them may be too much to hold. */
final class LandedPages extends AbstractList<WebPage> {
    private final Transactions transactions;
    private final Fetch fetch;
    private final List<Integer> firstRows;

    LandedPages(Transactions transactions, Fetch fetch) {
        this.transactions = transactions;
        this.fetch = fetch;
        this.firstRows = transactions.run("list landed pages", session -> Fetches.firstRows(session.dsl(), fetch));
    }

    @Override
    public WebPage get(int index) {
        int firstRow = firstRows.get(index);
        return transactions.run("read a landed page", session -> Fetches.page(session.dsl(), fetch, firstRow));
    }

    @Override
    public int size() {
        return firstRows.size();
    }
}
