package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;

import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.internal.database.BulkPath;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.Releases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;

/**
 * Turns fetched pages into rows of a release. Never overwrites a row that came with the release; normalizing a fetch
 * again changes nothing.
 */
final class Normalization {
    private Normalization() {}

    /** Normalizes complete fetches of a release in their order. The caller holds the lock on releases. */
    static ImportReport run(Database database, Session session, int releaseId, List<Fetch> fetches)
            throws SQLException {
        if (fetches.isEmpty()) {
            return ImportReport.NOTHING;
        }
        BulkPath path = database.bulkPath(session);
        RowRules rules = RowRules.of(session.dsl(), releaseId);
        Refusals refusals = new Refusals(database, session, path, releaseId, fetches);
        List<ImportReport> reports = new ArrayList<>();
        for (Fetch fetch : fetches) {
            reports.add(new RowImporter(database, session, path, fetch, rules, refusals).run());
        }
        ImportReport total = total(reports);
        if (total.added() + total.changed() > 0) {
            addRevision(session, releaseId);
        }
        return total;
    }

    /** Adds reports up. */
    static ImportReport total(List<ImportReport> reports) {
        return new ImportReport(
                reports.stream().mapToInt(ImportReport::fetches).sum(),
                reports.stream().mapToLong(ImportReport::added).sum(),
                reports.stream().mapToLong(ImportReport::changed).sum(),
                reports.stream().mapToLong(ImportReport::unchanged).sum(),
                reports.stream().mapToLong(ImportReport::refused).sum(),
                reports.stream()
                        .flatMap(report -> report.firstRefused().stream())
                        .limit(ImportReport.REFUSED_ROWS_NAMED)
                        .toList());
    }

    /**
     * Tells readers, who cache a revision, that there is a new one. The count alone would not do: after a rollback it
     * stands for other rows.
     */
    private static void addRevision(Session session, int releaseId) {
        session.dsl()
                .update(ONET_RELEASE)
                .set(
                        ONET_RELEASE.REVISION,
                        DSL.coalesce(ONET_RELEASE.REVISION, 0).plus(1))
                .set(ONET_RELEASE.REVISION_ID, Releases.newRevisionId())
                .where(ONET_RELEASE.RELEASE_ID.eq(releaseId))
                .execute();
    }
}
