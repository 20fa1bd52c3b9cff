package io.github.onet4j.jooq.internal.load;

import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.database.SqlWork;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads, lists, activates and prunes releases. Changes take place one after another, under the lock of releases. */
public final class ReleaseStore {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseStore.class);

    private final Database database;

    public ReleaseStore(Database database) {
        this.database = database;
    }

    /** Loads a release, or finds it loaded. */
    public LoadReport load(OnetRelease release, LoadOptions options) {
        long start = System.nanoTime();
        String sha256 = Objects.requireNonNull(release.info().sha256(), "a release on disk has a checksum");
        release.requireReadable(options.tables());
        LoadReport report = database.writeReleases("load " + release, "loading a release", session -> {
            Optional<StoredRelease> loaded = Releases.find(session.dsl(), sha256, Loader.tables(release, options));
            LoadReport.Builder done = loaded.isPresent() && options.alreadyLoaded() == LoadOptions.AlreadyLoaded.SKIP
                    ? found(loaded.get(), options, session)
                    : loadNow(release, options, session);
            return done.committed(session.committedByUs())
                    .elapsed(Duration.ofNanos(System.nanoTime() - start))
                    .build();
        });
        if (report.committed() && report.outcome() == LoadReport.Outcome.LOADED) {
            Loader.refreshStatistics(database);
        }
        LOG.info("{}", report);
        return report;
    }

    /** Returns all releases, newest load first. */
    public List<StoredRelease> releases() {
        return database.read("list the releases", session -> Releases.all(session.dsl()));
    }

    /** Returns the newest load of a version. */
    public StoredRelease require(String version) {
        List<StoredRelease> releases = releases();
        return releases.stream()
                .filter(release -> release.info().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ReleaseNotLoadedException("O*NET " + version + " is not loaded", releases));
    }

    /** Lets readers see a release. */
    public void activate(StoredRelease release) {
        change("activate " + release, session -> {
            Releases.requireLoaded(session.dsl(), release);
            Releases.activate(session.dsl(), release.id());
            return release;
        });
    }

    /** Deletes all releases but the active one and the newest loads, and returns them. */
    public List<StoredRelease> prune(int keep) {
        return change("prune releases", session -> {
            List<StoredRelease> old = Releases.all(session.dsl()).stream()
                    .filter(release -> !release.active())
                    .skip(keep)
                    .toList();
            old.forEach(release -> Releases.delete(session.dsl(), release.id()));
            return old;
        });
    }

    private <T> T change(String purpose, SqlWork<Session, T> work) {
        return database.writeReleases(purpose, "changing releases", work);
    }

    private static LoadReport.Builder found(StoredRelease loaded, LoadOptions options, Session session) {
        if (options.activation() == LoadOptions.Activation.AFTER_LOAD && !loaded.active()) {
            Releases.activate(session.dsl(), loaded.id());
        }
        return LoadReport.builder(Releases.require(session.dsl(), loaded.id()), LoadReport.Outcome.ALREADY_LOADED);
    }

    private LoadReport.Builder loadNow(OnetRelease release, LoadOptions options, Session session) throws SQLException {
        Loader.Loaded loaded = Loader.load(database, release, options, session);
        if (options.activation() == LoadOptions.Activation.AFTER_LOAD) {
            Releases.activate(session.dsl(), loaded.releaseId());
        }
        return LoadReport.builder(Releases.require(session.dsl(), loaded.releaseId()), LoadReport.Outcome.LOADED)
                .files(loaded.files())
                .path(loaded.path().kind())
                .skippedFiles(release.files().stream()
                        .filter(file ->
                                file.table() == null || !options.tables().contains(file.table()))
                        .toList());
    }
}
