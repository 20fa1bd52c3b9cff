package io.github.onet4j.jooq;

import io.github.onet4j.jooq.fetch.PipelineRun;
import java.util.function.Consumer;

/** Passes on runs from O*NET Web Services only. */
record FetchListener(Consumer<PipelineRun> ended) implements OnetListener {
    @Override
    public void fetchEnded(PipelineRun run) {
        ended.accept(run);
    }
}
