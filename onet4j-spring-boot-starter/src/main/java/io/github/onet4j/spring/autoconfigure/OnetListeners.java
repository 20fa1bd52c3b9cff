package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.OnetException;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners, each whatever becomes of the others. */
record OnetListeners(List<OnetListener> listeners) implements OnetListener {
    private static final Logger LOG = LoggerFactory.getLogger(OnetListeners.class);

    @Override
    public Runnable loadStarted(OnetRelease release) {
        List<Runnable> ends = new ArrayList<>();
        tell(listener -> ends.add(listener.loadStarted(release)));
        Collections.reverse(ends);
        return () -> ends.forEach(OnetListeners::run);
    }

    @Override
    public void loadSucceeded(LoadReport report) {
        tell(listener -> listener.loadSucceeded(report));
    }

    @Override
    public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
        tell(listener -> listener.loadFailed(release, failure, elapsed));
    }

    @Override
    public void fetchEnded(PipelineRun run) {
        tell(listener -> listener.fetchEnded(run));
    }

    @Override
    public void analysisSucceeded(SkillGap gap, Duration elapsed) {
        tell(listener -> listener.analysisSucceeded(gap, elapsed));
    }

    @Override
    public void analysisFailed(OnetException failure, Duration elapsed) {
        tell(listener -> listener.analysisFailed(failure, elapsed));
    }

    private void tell(Consumer<OnetListener> event) {
        listeners.forEach(listener -> run(() -> event.accept(listener)));
    }

    private static void run(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener failed: {}", e.getMessage(), e);
        }
    }
}
