package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Observes each load, so that it is a timer and, where a host traces, a span around its statements. */
final class LoadObservation implements OnetListener {
    private static final String OUTCOME = "outcome";

    private final ObservationRegistry registry;

    LoadObservation(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Runnable loadStarted(OnetRelease release) {
        Observation observation = Observation.createNotStarted("onet.load", registry)
                .contextualName("load O*NET " + release.version())
                .lowCardinalityKeyValue(OUTCOME, "interrupted")
                .highCardinalityKeyValue("release", release.version())
                .start();
        Observation.Scope scope = observation.openScope();
        return () -> {
            scope.close();
            observation.stop();
        };
    }

    @Override
    public void loadSucceeded(LoadReport report) {
        onCurrent(load ->
                load.lowCardinalityKeyValue(OUTCOME, report.outcome().name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
        onCurrent(load -> load.lowCardinalityKeyValue(OUTCOME, "failed").error(failure));
    }

    /** The load's own, for both are called in its scope. */
    private void onCurrent(Consumer<Observation> change) {
        Optional.ofNullable(registry.getCurrentObservation()).ifPresent(change);
    }
}
