package io.github.onet4j.examples.service;

import io.github.onet4j.InvalidOnetSocCodeException;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetException;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts and times what onet4j does. */
@Component
class OnetMetrics implements OnetListener {
    private static final String ANALYSIS = "onet.analysis";
    private static final String LOAD = "onet.load";
    private static final String OUTCOME = "outcome";
    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";

    private final MeterRegistry registry;

    OnetMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void analysisSucceeded(SkillGap gap, Duration elapsed) {
        registry.timer(ANALYSIS, OUTCOME, SUCCEEDED).record(elapsed);
    }

    @Override
    public void analysisFailed(OnetException failure, Duration elapsed) {
        registry.timer(ANALYSIS, OUTCOME, isOfTheQuestion(failure) ? "refused" : FAILED)
                .record(elapsed);
    }

    @Override
    public void loadSucceeded(LoadReport report) {
        registry.timer(LOAD, OUTCOME, label(report.outcome())).record(report.elapsed());
        registry.counter("onet.load.rows").increment(report.rowsStored());
    }

    @Override
    public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
        registry.timer(LOAD, OUTCOME, FAILED).record(elapsed);
    }

    @Override
    public void fetchEnded(PipelineRun run) {
        registry.timer(
                        "onet.fetch",
                        "kind",
                        label(run.kind()),
                        OUTCOME,
                        run.failure().isPresent() ? FAILED : SUCCEEDED)
                .record(run.elapsed());
    }

    /** These failures are the client's, so they must not raise an alert. */
    private static boolean isOfTheQuestion(OnetException failure) {
        return failure instanceof UnratedOccupationException
                || failure instanceof OccupationNotFoundException
                || failure instanceof InvalidOnetSocCodeException;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
