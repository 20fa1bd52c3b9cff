package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.web.WebPage;
import java.util.AbstractList;
import java.util.List;

/** The pages of a fetch that have landed, each read when it is asked for: all of them may be too much to hold. */
final class LandedPages extends AbstractList<WebPage> {
    private final Database database;
    private final Fetch fetch;
    private final List<Integer> firstRows;

    LandedPages(Database database, Fetch fetch) {
        this.database = database;
        this.fetch = fetch;
        this.firstRows = database.read("list landed pages", session -> Fetches.firstRows(session.dsl(), fetch));
    }

    @Override
    public WebPage get(int index) {
        int firstRow = firstRows.get(index);
        return database.read("read a landed page", session -> Fetches.page(session.dsl(), fetch, firstRow));
    }

    @Override
    public int size() {
        return firstRows.size();
    }
}
