package io.github.onet4j.jooq;

import io.github.onet4j.OnetException;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's listener, whose own trouble goes to the log and harms no load and no run; the analyzer sees to analyses itself. */
final class GuardedListener implements OnetListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final OnetListener host;

    GuardedListener(OnetListener host) {
        this.host = host;
    }

    @Override
    public void loadSucceeded(LoadReport report) {
        tell("load", () -> host.loadSucceeded(report));
    }

    @Override
    public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
        tell("load", () -> host.loadFailed(release, failure, elapsed));
    }

    @Override
    public void fetchEnded(PipelineRun run) {
        tell("run", () -> host.fetchEnded(run));
    }

    @Override
    public void analysisSucceeded(SkillGap gap, Duration elapsed) {
        host.analysisSucceeded(gap, elapsed);
    }

    @Override
    public void analysisFailed(OnetException failure, Duration elapsed) {
        host.analysisFailed(failure, elapsed);
    }

    private static void tell(String what, Runnable report) {
        try {
            report.run();
        } catch (RuntimeException e) {
            LOG.warn("the listener of the {} failed", what, e);
        }
    }
}
