package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetException;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseFormatException;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener of the host hears of loads, fetches and analyses. */
@SuppressWarnings("NullAway.Init")
final class ListenerTest extends WithWebServices {
    private final Told told = new Told();

    /** A node whose listener hears of everything. */
    private Onet telling;

    @BeforeEach
    void listen() {
        telling = node(dataSource, options, told);
    }

    @Test
    void hearsOfALoadWhatItsCallerHears() {
        LoadReport report = telling.load(open(MiniRelease.singleSkillsText()));

        assertThat(told.all).singleElement().isSameAs(report);
        assertThat(report.committed()).isTrue();
    }

    @Test
    void hearsOfTheStartAndTheEndOfALoadHoweverItEnds() {
        List<String> heard = new ArrayList<>();
        Onet traced = node(dataSource, options, new OnetListener() {
            @Override
            public Runnable loadStarted(OnetRelease release) {
                heard.add("start of " + release.version());
                return () -> heard.add("end");
            }

            @Override
            public void loadSucceeded(LoadReport report) {
                heard.add("success");
            }

            @Override
            public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
                heard.add("failure");
            }
        });
        LoadOptions stopping = LoadOptions.DEFAULTS.progress(progress -> {
            throw new IllegalStateException("the host shuts down");
        });

        traced.load(open(MiniRelease.singleSkillsText()));
        assertThatThrownBy(() -> traced.load(open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"))))
                .isInstanceOf(LoadRejectedException.class);
        assertThatThrownBy(() -> traced.load(open(MiniRelease.csv()), stopping))
                .isInstanceOf(IllegalStateException.class);

        assertThat(heard)
                .containsExactly(
                        "start of 29.3", "success", "end", "start of 31.0", "failure", "end", "start of 31.0", "end");
    }

    @Test
    void hearsOfALoadThatFindsItsArchiveThere() {
        OnetRelease release = open(MiniRelease.singleSkillsText());
        onet().load(release);

        telling.load(release);

        assertThat(told.all)
                .singleElement()
                .isInstanceOfSatisfying(
                        LoadReport.class,
                        report -> assertThat(report.outcome()).isEqualTo(LoadReport.Outcome.ALREADY_LOADED));
    }

    @Test
    void hearsOfALoadThatFails() throws Exception {
        OnetRelease rejected = open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"));
        Path zip = MiniRelease.text().writeZip(folder().resolve("gone.zip"));
        OnetRelease gone = OnetRelease.open(zip);
        Files.delete(zip);

        assertThatThrownBy(() -> telling.load(rejected))
                .isInstanceOf(LoadRejectedException.class)
                .satisfies(failure -> assertThat(told.all).containsExactly(rejected, failure));
        told.all.clear();
        assertThatThrownBy(() -> telling.load(gone))
                .isInstanceOf(ReleaseFormatException.class)
                .satisfies(failure -> assertThat(told.all).containsExactly(gone, failure));
    }

    @Test
    void hearsNothingOfWhatTheHostItselfThrows() {
        OnetRelease release = open(MiniRelease.singleSkillsText());

        assertThatThrownBy(() -> telling.load(release, LoadOptions.DEFAULTS.progress(progress -> {
                    throw new IllegalStateException("the host shuts down");
                })))
                .hasMessage("the host shuts down");

        assertThat(told.all).isEmpty();
    }

    @Test
    void hearsOfALoadBeforeTheHostCommitsIt() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            node(HostDataSource.of(connection), options, told).load(open(MiniRelease.singleSkillsText()));

            assertThat(told.all)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            LoadReport.class,
                            report -> assertThat(report.committed()).isFalse());
            connection.rollback();
        }
        assertThat(told.all).hasSize(1);
        assertThat(onet().releases()).hasSize(1);
    }

    @Test
    void findsWhatWasLoadedAndMayGoOnFromThere() {
        List<List<StoredRelease>> pruned = new ArrayList<>();
        Onet other = onet();
        Onet pruning = Onet.create(dataSource)
                .lockTimeout(Duration.ofSeconds(1))
                .listener(new OnetListener() {
                    @Override
                    public void loadSucceeded(LoadReport report) {
                        pruned.add(other.prune(0));
                    }
                })
                .build();

        LoadReport report = pruning.load(open(MiniRelease.singleSkillsText()));

        assertThat(pruned)
                .singleElement()
                .satisfies(releases -> assertThat(releases)
                        .extracting(release -> release.info().version())
                        .containsExactly("31.0"));
        assertThat(onet().releases()).containsExactly(report.release());
    }

    @Test
    void hearsOfRunsThatFetch() {
        PipelineRun normalization = telling.pipeline().normalize();
        assertThat(told.all).containsExactly(normalization);
        told.all.clear();

        assertThat(skills(telling, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);

        assertThat(told.all)
                .singleElement()
                .isInstanceOfSatisfying(
                        PipelineRun.class, run -> assertThat(run.kind()).isEqualTo(PipelineRun.Kind.ON_DEMAND));
    }

    @Test
    void hearsOfAnAnalysisAndOfTheFetchThatItNeeded() {
        SkillGap first = telling.skillGapAnalyzer().analyze(PROGRAMMERS.value(), DEVELOPERS.value());
        SkillGap second = telling.skillGapAnalyzer().analyze(PROGRAMMERS.value(), ANALYSTS.value());

        assertThat(told.all).hasSize(3).endsWith(first, second);
        assertThat(told.all.get(0)).isInstanceOf(PipelineRun.class);
    }

    @Test
    void hearsOfAnAnalysisThatFails() {
        assertThatThrownBy(() -> telling.skillGapAnalyzer().missingSkills(PROGRAMMERS.value(), SCIENTISTS.value()))
                .isInstanceOf(UnratedOccupationException.class)
                .satisfies(failure -> assertThat(told.all).last().isSameAs(failure));
        assertThatThrownBy(() -> Onet.create(dataSource)
                        .schemaName(isMySql() ? "mysql" : "information_schema")
                        .listener(told)
                        .build()
                        .skillGapAnalyzer()
                        .analyze(PROGRAMMERS.value(), ANALYSTS.value()))
                .isInstanceOf(OnetException.class)
                .satisfies(failure -> assertThat(told.all).last().isSameAs(failure));
    }

    @Test
    void harmsNothingByThrowing() {
        OnetRelease good = open(MiniRelease.singleSkillsText());
        OnetRelease bad = open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"));
        Onet disturbed = node(dataSource, options, new Disturbing());

        String log = loggedBy(() -> {
            assertThat(skills(disturbed, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            assertThat(disturbed.load(good).outcome()).isEqualTo(LoadReport.Outcome.LOADED);
            assertThatThrownBy(() -> disturbed.load(bad)).isInstanceOf(LoadRejectedException.class);
            assertThat(disturbed
                            .skillGapAnalyzer()
                            .analyze(PROGRAMMERS.value(), ANALYSTS.value())
                            .gaps())
                    .isNotEmpty();
            assertThatThrownBy(() -> disturbed.skillGapAnalyzer().analyze("a code", "another"))
                    .isInstanceOf(OnetException.class);
        });

        assertThat(log.lines().filter(line -> line.contains("WARN")))
                .hasSize(5)
                .allMatch(line -> line.contains("the listener of"));
        assertThat(log.lines().filter(line -> line.contains("the host's own trouble")))
                .hasSize(5);
        assertThat(onet().catalog().release()).isEqualTo(good.info());
    }

    /** Records every report in order; of a failed load the release and then the failure. */
    private static final class Told implements OnetListener {
        private final List<Object> all = new ArrayList<>();

        @Override
        public void loadSucceeded(LoadReport report) {
            all.add(report);
        }

        @Override
        public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
            assertThat(elapsed).isPositive();
            all.add(release);
            all.add(failure);
        }

        @Override
        public void fetchEnded(PipelineRun run) {
            all.add(run);
        }

        @Override
        public void analysisSucceeded(SkillGap gap, Duration elapsed) {
            all.add(gap);
        }

        @Override
        public void analysisFailed(OnetException failure, Duration elapsed) {
            all.add(failure);
        }
    }

    private static final class Disturbing implements OnetListener {
        @Override
        public void loadSucceeded(LoadReport report) {
            throw trouble();
        }

        @Override
        public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
            throw trouble();
        }

        @Override
        public void fetchEnded(PipelineRun run) {
            throw trouble();
        }

        @Override
        public void analysisSucceeded(SkillGap gap, Duration elapsed) {
            throw trouble();
        }

        @Override
        public void analysisFailed(OnetException failure, Duration elapsed) {
            throw trouble();
        }

        private static IllegalStateException trouble() {
            return new IllegalStateException("the host's own trouble");
        }
    }
}
