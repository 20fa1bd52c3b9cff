package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetException;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.load.Loader;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.StoredRelease;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs in two steps: fetches pages, then imports the rows of every complete fetch, whoever made it, even after a
 * failure.
 */
public final class Pipeline {
    /** The number of fetches of single occupations in a transaction; a fetch of a whole table has one of its own. */
    private static final int FETCHES_TOGETHER = 50;

    /** The number of rows from which on the planner's statistics are worth a refresh. */
    private static final long ROWS_WORTH_STATISTICS = 10_000;

    private final Database database;
    private final TableClient services;
    private final FetchOptions options;
    private final Consumer<PipelineRun> ended;
    private final BooleanSupplier stopped;

    public Pipeline(Database database, TableClient services, FetchOptions options, Consumer<PipelineRun> ended) {
        this(database, services, options, ended, () -> false);
    }

    private Pipeline(
            Database database,
            TableClient services,
            FetchOptions options,
            Consumer<PipelineRun> ended,
            BooleanSupplier stopped) {
        this.database = database;
        this.services = services;
        this.options = options;
        this.ended = ended;
        this.stopped = stopped;
    }

    /**
     * Returns a pipeline whose runs end with the page or the transaction that is under way when they are told to stop.
     */
    public Pipeline stoppedBy(BooleanSupplier stop) {
        return new Pipeline(database, services, options, ended, stop);
    }

    public PipelineRun normalize() {
        return run(PipelineRun.Kind.NORMALIZATION, (release, log) -> {});
    }

    public PipelineRun extract(Extraction extraction) {
        return run(
                PipelineRun.Kind.EXTRACTION,
                (release, log) -> fetcher(release, log).fetch(new ExtractionPlan(extraction, log::pages)));
    }

    public PipelineRun refresh(Duration olderThan) {
        return run(PipelineRun.Kind.REFRESH, (release, log) -> {
            RefreshPlan plan = new RefreshPlan(database, release.id(), olderThan);
            if (!plan.isEmpty()) {
                fetcher(release, log).fetch(plan);
            }
        });
    }

    private PageFetcher fetcher(StoredRelease release, RunLog log) {
        return new PageFetcher(services, options, release, database::write, log, stopped);
    }

    private PipelineRun run(PipelineRun.Kind kind, BiConsumer<StoredRelease, RunLog> fetching) {
        RunLog log = new RunLog(kind, ended);
        OnetException failure = null;
        try {
            StoredRelease release =
                    database.read("find the active release", session -> Releases.requireActive(session.dsl()));
            failure = failureOf(() -> fetching.accept(release, log));
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
            List<Fetch> some = some(Fetches.pending(session.dsl(), release.id(), DSL.noCondition()));
            return new Batch(Normalization.run(database, session, release.id(), some), session.committedByUs());
        });
    }

    private static List<Fetch> some(List<Fetch> pending) {
        int ofOccupations = (int) pending.stream()
                .takeWhile(fetch -> fetch.subject().code() != null)
                .count();
        int together = Math.max(1, Math.min(ofOccupations, FETCHES_TOGETHER));
        return pending.subList(0, Math.min(together, pending.size()));
    }

    private record Batch(ImportReport rows, boolean committed) {}
}
