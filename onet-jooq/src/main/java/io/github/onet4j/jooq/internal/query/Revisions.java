package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;

import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revision that a catalog answers from. That is one row, read with plain JDBC, for an answer from memory
 * costs little else.
 */
final class Revisions {
    private static final List<SelectField<?>> REVISION =
            List.of(ONET_RELEASE.RELEASE_ID, ONET_RELEASE.REVISION, ONET_RELEASE.REVISION_ID);

    private final @Nullable StoredRelease fixed;
    private final KeptRevisions kept;
    private final String ofRelease;
    private final String ofActiveRelease;

    /** The last revision that the catalog has answered from. */
    private volatile @Nullable Revision last;

    Revisions(DSLContext dsl, @Nullable StoredRelease fixed, KeptRevisions kept) {
        this.fixed = fixed;
        this.kept = kept;
        this.ofRelease = dsl.select(REVISION)
                .from(ONET_RELEASE)
                .where(ONET_RELEASE.RELEASE_ID.eq(DSL.param("release", Integer.class)))
                .getSQL(ParamType.INDEXED);
        this.ofActiveRelease = dsl.select(REVISION)
                .from(ONET_RELEASE)
                .join(ONET_ACTIVE_RELEASE)
                .on(ONET_ACTIVE_RELEASE.RELEASE_ID.eq(ONET_RELEASE.RELEASE_ID))
                .where(ONET_ACTIVE_RELEASE.SLOT.eq(DSL.inline(1)))
                .getSQL(ParamType.INDEXED);
    }

    /** Returns the revision to answer from now. */
    Revision current(Session session) throws SQLException {
        Revision current = fixed == null ? active(session) : find(session, fixed.id());
        if (current == null) {
            throw notLoaded(session);
        }
        return current;
    }

    boolean isUnchanged(Session session, Revision seen) throws SQLException {
        return seen.equals(find(session, seen.releaseId()));
    }

    /** Returns what is kept of a revision to answer from. */
    Optional<ReferenceData> known(Revision revision) {
        if (!revision.equals(last)) {
            last = revision;
        }
        return kept.find(revision);
    }

    /** Returns the data of a revision, or nothing if the release was changed or pruned meanwhile. */
    Optional<ReferenceData> data(Session session, Revision revision) {
        int generation = kept.generation();
        Optional<ReferenceData> known = known(revision);
        return known.isPresent()
                ? known
                : ReferenceData.read(session.dsl(), revision).map(read -> kept.keep(read, generation));
    }

    /** Returns what is kept of the revision that the catalog has answered from last, if it is one of a release. */
    Optional<ReferenceData> last(ReleaseInfo info) {
        Revision answered = last;
        return kept.find(data ->
                data.revision().equals(answered) && data.release().info().equals(info));
    }

    /** Returns the data of a release, active or not; nothing as with a revision. */
    Optional<ReferenceData> data(Session session, ReleaseInfo info) throws SQLException {
        Optional<ReferenceData> known = last(info);
        if (known.isPresent()) {
            return known;
        }
        List<StoredRelease> loaded = Releases.all(session.dsl());
        StoredRelease release = loaded.stream()
                .filter(other -> other.info().equals(info))
                .min(Comparator.comparing(other -> !other.active()))
                .orElseThrow(() ->
                        new ReleaseNotLoadedException("O*NET " + info.version() + " is no longer loaded", loaded));
        Revision revision = find(session, release.id());
        return revision == null ? Optional.empty() : data(session, revision);
    }

    ReleaseNotLoadedException notLoaded(Session session) {
        return fixed == null ? Releases.noneActive(session.dsl()) : Releases.notLoaded(session.dsl(), fixed);
    }

    private @Nullable Revision active(Session session) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(ofActiveRelease)) {
            return revision(statement);
        }
    }

    private @Nullable Revision find(Session session, int releaseId) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(ofRelease)) {
            statement.setInt(1, releaseId);
            return revision(statement);
        }
    }

    private static @Nullable Revision revision(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            // A null is read as 0.
            return row.next() ? new Revision(row.getInt(1), row.getInt(2), row.getLong(3)) : null;
        }
    }
}
