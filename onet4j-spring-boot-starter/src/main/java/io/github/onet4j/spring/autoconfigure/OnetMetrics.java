package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.InvalidOnetSocCodeException;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetException;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnassessedOccupationException;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts and times what onet4j does. */
final class OnetMetrics implements OnetListener, ModelCallTimer {
    private static final String OUTCOME = "outcome";
    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";
    private static final String MODEL = "model";

    private final MeterRegistry registry;

    OnetMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void analysisSucceeded(SkillGap gap, Duration elapsed) {
        recordAnalysis(SUCCEEDED, elapsed);
    }

    @Override
    public void analysisFailed(OnetException failure, Duration elapsed) {
        recordAnalysis(isOfTheQuestion(failure) ? "refused" : FAILED, elapsed);
    }

    @Override
    public void loadSucceeded(LoadReport report) {
        registry.counter("onet.load.rows").increment((double) report.rowsStored());
    }

    @Override
    public void fetchEnded(PipelineRun run) {
        String kind = run.kind().name().toLowerCase(Locale.ROOT);
        registry.timer("onet.fetch", "kind", kind, OUTCOME, run.failure().isPresent() ? FAILED : SUCCEEDED)
                .record(run.elapsed());
    }

    @Override
    public LanguageModel timing(LanguageModel model, String name) {
        return new LanguageModel() {
            @Override
            public ModelReply reply(Prompt prompt) {
                Timer.Sample sample = Timer.start(registry);
                String outcome = FAILED;
                try {
                    ModelReply reply = model.reply(prompt);
                    outcome = SUCCEEDED;
                    countTokens(name, "input", reply.promptTokens());
                    countTokens(name, "output", reply.replyTokens());
                    return reply;
                } finally {
                    sample.stop(registry.timer("onet.model.call", MODEL, name, OUTCOME, outcome));
                }
            }

            @Override
            public String parameters() {
                return model.parameters();
            }
        };
    }

    private void recordAnalysis(String outcome, Duration elapsed) {
        registry.timer("onet.analysis", OUTCOME, outcome).record(elapsed);
    }

    private void countTokens(String model, String type, @Nullable Integer tokens) {
        if (tokens != null) {
            registry.counter("onet.model.tokens", MODEL, model, "type", type).increment(tokens);
        }
    }

    /** These failures are the client's, so they must not raise an alert. */
    private static boolean isOfTheQuestion(OnetException failure) {
        return failure instanceof UnratedOccupationException
                || failure instanceof UnassessedOccupationException
                || failure instanceof OccupationNotFoundException
                || failure instanceof InvalidOnetSocCodeException;
    }
}
