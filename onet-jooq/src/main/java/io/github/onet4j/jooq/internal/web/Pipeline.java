package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.load.Loader;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs: first pages land, then what has landed is normalized, whoever landed it and whatever ended the landing. */
public final class Pipeline {
    /** So many fetches of single occupations in one transaction; a fetch of a whole table has one of its own. */
    private static final int FETCHES_TOGETHER = 50;

    /** From so many rows on it is worth telling the planner. */
    private static final long ROWS_WORTH_STATISTICS = 10_000;

    private final Database database;
    private final OnetWebServices services;
    private final FetchOptions options;
    private final OnetListener listener;
    private final BooleanSupplier stopped;

    public Pipeline(Database database, OnetWebServices services, FetchOptions options, OnetListener listener) {
        this(database, services, options, listener, () -> false);
    }

    private Pipeline(
            Database database,
            OnetWebServices services,
            FetchOptions options,
            OnetListener listener,
            BooleanSupplier stopped) {
        this.database = database;
        this.services = services;
        this.options = options;
        this.listener = listener;
        this.stopped = stopped;
    }

    /** This pipeline, whose runs end after the page or the transaction they are at once they are told to stop. */
    public Pipeline stoppedBy(BooleanSupplier stop) {
        return new Pipeline(database, services, options, listener, stop);
    }

    public PipelineRun normalize() {
        return run(PipelineRun.Kind.NORMALIZATION, (release, log) -> {});
    }

    public PipelineRun extract(Extraction extraction) {
        return run(
                PipelineRun.Kind.EXTRACTION,
                (release, log) -> landing(release, log).land(new ExtractionPlan(extraction, release.id(), log::pages)));
    }

    public PipelineRun refresh(Duration olderThan) {
        return run(PipelineRun.Kind.REFRESH, (release, log) -> {
            RefreshPlan plan = new RefreshPlan(database, release.id(), olderThan);
            if (!plan.isEmpty()) {
                landing(release, log).land(plan);
            }
        });
    }

    private Landing landing(StoredRelease release, RunLog log) {
        return new Landing(database, services, options, release, log, stopped);
    }

    private PipelineRun run(PipelineRun.Kind kind, Reading reading) {
        RunLog log = new RunLog(kind, listener);
        OnetException failure = null;
        try {
            StoredRelease release = activeRelease();
            failure = failureOf(() -> reading.read(release, log));
            normalize(release, log);
        } catch (OnetException e) {
            failure = together(failure, e);
        }
        PipelineRun run = log.end(failure);
        if (failure != null) {
            throw failure;
        }
        return run;
    }

    private static @Nullable OnetException failureOf(Runnable step) {
        try {
            step.run();
            return null;
        } catch (OnetException e) {
            return e;
        }
    }

    private static OnetException together(@Nullable OnetException first, OnetException second) {
        if (first == null) {
            return second;
        }
        first.addSuppressed(second);
        return first;
    }

    private StoredRelease activeRelease() {
        List<StoredRelease> loaded = database.read("find the active release", session -> Releases.all(session.dsl()));
        return loaded.stream()
                .filter(StoredRelease::active)
                .findFirst()
                .orElseThrow(() -> new ReleaseNotLoadedException("no O*NET release is active", loaded));
    }

    private void normalize(StoredRelease release, RunLog log) {
        long committed = 0;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            Batch batch = normalizeSome(release);
            more = batch.rows().fetches() > 0;
            if (more) {
                log.normalized(batch.rows());
            }
            committed += batch.committed() ? batch.rows().added() + batch.rows().changed() : 0;
        }
        if (committed >= ROWS_WORTH_STATISTICS) {
            Loader.refreshStatistics(database);
        }
    }

    private Batch normalizeSome(StoredRelease release) {
        return database.write("normalize what O*NET Web Services sent", session -> {
            database.lockReleases(session, "normalizing what O*NET Web Services sent");
            List<Fetch> some = some(Fetches.pending(session.dsl(), release.id()));
            return new Batch(Normalization.run(database, session, release.id(), some), session.committedByUs());
        });
    }

    private static List<Fetch> some(List<Fetch> pending) {
        int ofOccupations =
                (int) pending.stream().takeWhile(fetch -> fetch.code() != null).count();
        int together = Math.max(1, Math.min(ofOccupations, FETCHES_TOGETHER));
        return pending.subList(0, Math.min(together, pending.size()));
    }

    private record Batch(ImportReport rows, boolean committed) {}

    @FunctionalInterface
    private interface Reading {
        void read(StoredRelease release, RunLog log);
    }
}
