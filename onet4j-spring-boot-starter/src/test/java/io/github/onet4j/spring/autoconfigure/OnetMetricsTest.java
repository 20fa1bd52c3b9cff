package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What onet4j does, in the host's registry. */
final class OnetMetricsTest {
    private final ApplicationContextRunner host = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(OnetAutoConfiguration.class, OnetMetricsAutoConfiguration.class))
            .withPropertyValues("onet4j.schema=create");

    @Test
    void countsLoadsAnalysesAndCallsOfTheModel(@TempDir Path folder) {
        OnetRelease release = open(folder, MiniRelease.text(), "good.zip");
        MiniRelease bad = MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x");
        OnetRelease spoilt = open(folder, bad, "bad.zip");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        AtomicInteger calls = new AtomicInteger();
        LanguageModel model = prompt -> {
            if (calls.incrementAndGet() > 1) {
                throw LanguageModelException.of(LanguageModelException.Reason.UNREACHABLE, "gone");
            }
            return new ModelReply("no JSON", "assistant-1", 100, 20);
        };
        try (DatabaseServer.Database database = DatabaseServers.postgres().newDatabase()) {
            host.withBean(DataSource.class, database::dataSource)
                    .withBean(MeterRegistry.class, () -> meters)
                    .withBean(ObservationRegistry.class, () -> observations)
                    .withBean("assistant", LanguageModel.class, () -> model)
                    .run(started -> {
                        Onet onet = started.getBean(Onet.class);
                        SkillGapAnalyzer analyzer = started.getBean(SkillGapAnalyzer.class);
                        onet.load(release);
                        onet.load(release);
                        assertThatThrownBy(() -> onet.load(spoilt)).isNotNull();
                        analyzer.describe("15-1251.00", "15-1211.00");
                        assertThatThrownBy(() -> analyzer.analyze("15-1252.00", "15-1211.00"))
                                .isInstanceOf(UnratedOccupationException.class);
                    });
        }

        assertThat(timed(meters, "onet.load", "outcome", "loaded")).isEqualTo(1);
        assertThat(timed(meters, "onet.load", "outcome", "already_loaded")).isEqualTo(1);
        assertThat(timed(meters, "onet.load", "outcome", "failed")).isEqualTo(1);
        assertThat(meters.get("onet.load")
                        .tag("outcome", "failed")
                        .timer()
                        .getId()
                        .getTag("error"))
                .isEqualTo("LoadRejectedException");
        assertThat(meters.get("onet.load.rows").counter().count()).isPositive();
        assertThat(timed(meters, "onet.analysis", "outcome", "succeeded")).isEqualTo(1);
        assertThat(timed(meters, "onet.analysis", "outcome", "refused")).isEqualTo(1);
        assertThat(timed(meters, "onet.model.call", "outcome", "succeeded")).isEqualTo(1);
        assertThat(timed(meters, "onet.model.call", "outcome", "failed")).isEqualTo(1);
        assertThat(meters.get("onet.model.tokens")
                        .tags("model", "assistant", "type", "input")
                        .counter()
                        .count())
                .isEqualTo(100);
    }

    @Test
    void areAbsentWithoutMicrometerOrARegistry() {
        host.run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(OnetMetrics.class));
        host.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean("onetMetrics"));
    }

    private static OnetRelease open(Path folder, MiniRelease release, String name) {
        return OnetRelease.open(release.writeZip(folder.resolve(name)));
    }

    private static long timed(MeterRegistry meters, String name, String tag, String value) {
        return meters.get(name).tag(tag, value).timer().count();
    }
}
