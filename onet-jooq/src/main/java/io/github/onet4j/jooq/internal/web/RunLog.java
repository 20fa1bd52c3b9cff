package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what a run does, and tells the log and the host's listener at its end. For one thread. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final PipelineRun.Kind kind;
    private final OnetListener listener;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();
    private final List<ImportReport> reports = new ArrayList<>();
    private int pages;

    RunLog(PipelineRun.Kind kind, OnetListener listener) {
        this.kind = kind;
        this.listener = listener;
    }

    void pageLanded() {
        pages++;
    }

    int pages() {
        return pages;
    }

    void normalized(ImportReport report) {
        reports.add(report);
    }

    /** Whether nothing has landed or been brought in yet. */
    boolean isIdle() {
        return pages == 0 && reports.isEmpty();
    }

    /** Ends the run. One on demand that found its answer here has nothing to tell. */
    PipelineRun end(@Nullable OnetException failure) {
        PipelineRun run =
                new PipelineRun(kind, startedAt, Duration.ofNanos(System.nanoTime() - start), pages, total(), failure);
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
        listener.fetchEnded(run);
    }

    private ImportReport total() {
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
}
