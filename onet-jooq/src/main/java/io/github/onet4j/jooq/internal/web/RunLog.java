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
import org.slf4j.event.Level;

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
        PipelineRun run = PipelineRun.builder(kind)
                .startedAt(startedAt)
                .elapsed(Duration.ofNanos(System.nanoTime() - start))
                .pagesLanded(pages)
                .rows(Normalization.total(reports))
                .failure(failure)
                .build();
        if (kind != PipelineRun.Kind.ON_DEMAND || !isIdle() || failure != null) {
            LOG.atLevel(failure == null ? Level.INFO : Level.WARN).log("{}", run);
            ended.accept(run);
        }
        return run;
    }
}
