package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_REJECTED_ROW;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;

import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.internal.database.BulkPath;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import java.sql.SQLException;
import java.util.List;
import org.jooq.impl.DSL;

/**
 * What has landed becomes rows of a release. Rows that came with the release are never overwritten; to normalize a fetch again
 * changes nothing.
 */
final class Normalization {
    private Normalization() {}

    /** Normalizes complete fetches of a release in their order. The caller holds the lock on releases. */
    static ImportReport run(Database database, Session session, int releaseId, List<Fetch> fetches)
            throws SQLException {
        if (fetches.isEmpty()) {
            return ImportReport.NOTHING;
        }
        BulkPath path = database.dialect().bulkPath(session.connection(), database.qualified(ONET_REJECTED_ROW));
        RowRules rules = RowRules.of(session.dsl(), releaseId);
        Refusals refusals = new Refusals(database, session, path, releaseId, fetches);
        long added = 0;
        long changed = 0;
        long unchanged = 0;
        long refused = 0;
        for (Fetch fetch : fetches) {
            Intake intake = new Intake(database, session, path, fetch, rules, refusals);
            intake.run();
            added += intake.added();
            changed += intake.changed();
            unchanged += intake.unchanged();
            refused += intake.refused();
        }
        if (added + changed > 0) {
            addRevision(session, releaseId);
        }
        return new ImportReport(fetches.size(), added, changed, unchanged, refused, refusals.first());
    }

    /** Readers keep what they know of a release for as long as its revision stays the same. */
    private static void addRevision(Session session, int releaseId) {
        session.dsl()
                .update(ONET_RELEASE)
                .set(
                        ONET_RELEASE.REVISION,
                        DSL.coalesce(ONET_RELEASE.REVISION, 0).plus(1))
                .where(ONET_RELEASE.RELEASE_ID.eq(releaseId))
                .execute();
    }
}
