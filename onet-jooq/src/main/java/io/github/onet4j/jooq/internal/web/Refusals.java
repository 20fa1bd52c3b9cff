package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_REJECTED_ROW;

import io.github.onet4j.jooq.internal.database.BulkPath;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.RejectedRows;
import io.github.onet4j.release.RejectedRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Stores refused rows of fetches with their reasons, numbered behind those of the release. */
final class Refusals {
    private final Database database;
    private final Session session;
    private final BulkPath path;
    private final int releaseId;
    private final List<@Nullable String[]> unstored = new ArrayList<>();
    private int last;

    /** Starts afresh: deletes the rows that earlier normalizations of these fetches refused. */
    Refusals(Database database, Session session, BulkPath path, int releaseId, List<Fetch> fetches) {
        this.database = database;
        this.session = session;
        this.path = path;
        this.releaseId = releaseId;
        session.dsl()
                .deleteFrom(ONET_REJECTED_ROW)
                .where(ONET_REJECTED_ROW.RELEASE_ID.eq(releaseId))
                .and(ONET_REJECTED_ROW.WEB_FETCH_ID.in(
                        fetches.stream().map(Fetch::id).toList()))
                .execute();
        this.last = session.dsl()
                .select(DSL.coalesce(DSL.max(ONET_REJECTED_ROW.REJECTION), 0))
                .from(ONET_REJECTED_ROW)
                .where(ONET_REJECTED_ROW.RELEASE_ID.eq(releaseId))
                .fetchSingle()
                .value1();
    }

    void add(Fetch fetch, RejectedRow row) {
        unstored.add(RejectedRows.values(releaseId, ++last, row, fetch.id()));
    }

    void store() throws SQLException {
        if (!unstored.isEmpty()) {
            Iterator<@Nullable String[]> rows = unstored.iterator();
            path.load(
                    session.connection(),
                    database.qualified(ONET_REJECTED_ROW),
                    RejectedRows.FIELDS,
                    () -> rows.hasNext() ? rows.next() : null);
            unstored.clear();
        }
    }
}
