package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts pages and rows of a run, and reports them at its end, to the log and to a callback. For one thread. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final PipelineRun.Kind kind;
    private final Consumer<PipelineRun> ended;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();
    private final List<ImportReport> reports = new ArrayList<>();
    private int pages;

    RunLog(PipelineRun.Kind kind, Consumer<PipelineRun> ended) {
        this.kind = kind;
        this.ended = ended;
    }

    void pageLanded() {
        pages++;
    }

    int pages() {
        return pages;
    }

    void normalized(ImportReport report) {
        if (report.fetches() > 0) {
            reports.add(report);
        }
    }

    /** Tells that no page has landed and no row was imported. */
    boolean isIdle() {
        return pages == 0 && reports.isEmpty();
    }

    /** Ends the run. One on demand that found its answer in the database goes unreported. */
    PipelineRun end(@Nullable OnetException failure) {
        PipelineRun run = new PipelineRun(
                kind,
                startedAt,
                Duration.ofNanos(System.nanoTime() - start),
                pages,
                Normalization.total(reports),
                failure);
        boolean idle = isIdle() && failure == null;
        if (!(idle && kind == PipelineRun.Kind.ON_DEMAND)) {
            tell(run, failure);
        }
        return run;
    }

    private void tell(PipelineRun run, @Nullable OnetException failure) {
        ImportReport rows = run.rows();
        String told = run.kind() + ": " + run.pagesLanded() + " pages landed, " + rows.added() + " rows added, "
                + rows.changed() + " changed, " + rows.unchanged() + " unchanged, " + rows.refused() + " refused in "
                + run.elapsed().toMillis() + " ms";
        if (failure == null) {
            LOG.info("{}", told);
        } else {
            LOG.warn("{}, ended by: {}", told, failure.getMessage());
        }
        ended.accept(run);
    }
}
