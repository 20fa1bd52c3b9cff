package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadOptions.AlreadyLoaded;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many nodes of a host, and many threads of a node, at once. */
final class ConcurrencyTest extends OnEachEngine {
    private static final int READERS = 4;

    private static final Map<String, Function<OnetCatalog, Object>> QUESTIONS = Map.of(
            "analysis",
            catalog -> SkillGapAnalyzer.of(catalog).analyze("15-1251", "11-1011"),
            "profiles",
            catalog -> catalog.profiles(
                    Domain.SKILLS, List.of(new OnetSocCode("11-1011.00"), new OnetSocCode("53-3033.00"))),
            "levels",
            catalog -> catalog.occupationsNeeding("2.A.1.a", 1),
            "related",
            catalog -> catalog.relatedOccupations(new OnetSocCode("15-1211.00")),
            "job zones",
            OnetCatalog::jobZones,
            "technologies",
            catalog -> catalog.technologies(new OnetSocCode("15-1251.00")),
            "rated",
            catalog -> catalog.ratedOccupations(Domain.SKILLS),
            "search",
            catalog -> catalog.searchOccupations("chief executive", 5),
            "occupations",
            OnetCatalog::occupations,
            "release",
            OnetCatalog::release);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void loadsAnArchiveOnceForTwoNodes() throws Exception {
        onetWithTables();
        OnetRelease release = open(MiniRelease.text());

        List<LoadReport> reports = loadAtOnce(release, release);

        assertThat(reports)
                .extracting(LoadReport::outcome)
                .containsExactly(LoadReport.Outcome.LOADED, LoadReport.Outcome.ALREADY_LOADED);
        assertThat(reports.get(1).release()).isEqualTo(reports.get(0).release());
        assertThat(count("onet_release")).isEqualTo(1);
        assertThat(countAll()).isEqualTo(reports.get(0).rowsStored() + 1);
    }

    @Test
    void loadsTwoArchivesOneAfterTheOther() throws Exception {
        Onet onet = onetWithTables();
        OnetRelease one = open(MiniRelease.singleSkillsText());
        OnetRelease other = open(MiniRelease.csv());

        List<LoadReport> reports = loadAtOnce(one, other);

        assertThat(reports).extracting(LoadReport::outcome).containsOnly(LoadReport.Outcome.LOADED);
        assertThat(onet.catalog().release()).isEqualTo(other.info());
        for (OnetRelease release : List.of(one, other)) {
            OnetCatalog stored = onet.catalog(onet.requireRelease(release.version()));
            assertThat(QUESTIONS.values())
                    .allSatisfy(question ->
                            assertThat(question.apply(stored)).isEqualTo(question.apply(release.catalog())));
        }
    }

    @Test
    void saysHowLongItHasWaitedForAnotherLoad() throws SQLException {
        onetWithTables();
        Onet onet = Onet.create(dataSource).lockTimeout(Duration.ofSeconds(1)).build();
        OnetRelease release = open(MiniRelease.text());
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select slot from onet_active_release where slot = 1 for update");

            assertThatThrownBy(() -> onet.load(release))
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            e -> assertThat(e.timeout()).isEqualTo(Duration.ofSeconds(1)))
                    .hasMessageStartingWith("another connection has been busy with loading a release for 1 s")
                    .hasMessageContaining("lockTimeout(");
            assertThatThrownBy(() -> onet.prune(1))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("changing releases");
        }
        assertThat(onet.load(release).outcome()).isEqualTo(LoadReport.Outcome.LOADED);
    }

    @Test
    void showsReadersWholeReleasesOnly() throws Exception {
        OnetRelease one = open(MiniRelease.singleSkillsText());
        OnetRelease other = open(MiniRelease.text()
                .withCell("Essential Skills.txt", 3, "Data Value", "6.66")
                .withCell("Transferable Skills.txt", 3, "Data Value", "0.11")
                .withCell("Related Occupations.txt", 2, "Relatedness Tier", "Supplemental")
                .withoutLine("Job Titles.txt", 2)
                .withoutLine("Essential Skills.txt", 22)
                .withoutLine("Essential Skills.txt", 21)
                .withCell("Occupation Data.txt", 2, "Title", "Presidents"));
        Map<String, Set<Object>> wholeAnswers = new TreeMap<>();
        OnetCatalog oneCatalog = one.catalog();
        OnetCatalog otherCatalog = other.catalog();
        QUESTIONS.forEach((name, question) ->
                wholeAnswers.put(name, Set.of(question.apply(oneCatalog), question.apply(otherCatalog))));
        onetWithTables().load(one);

        AtomicBoolean done = new AtomicBoolean();
        AtomicLong asked = new AtomicLong();
        CountDownLatch reading = new CountDownLatch(READERS);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(READERS + 1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet shared = Onet.create(pool).build();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                boolean startsAfresh = i % 2 == 0;
                readers.add(threads.submit(() -> {
                    try {
                        while (!done.get()) {
                            OnetCatalog catalog =
                                    (startsAfresh ? Onet.create(pool).build() : shared).catalog();
                            QUESTIONS.forEach((name, question) ->
                                    assertThat(question.apply(catalog)).as(name).isIn(wholeAnswers.get(name)));
                            asked.addAndGet(QUESTIONS.size());
                            reading.countDown();
                        }
                    } finally {
                        reading.countDown();
                    }
                }));
            }
            assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
            LoadOptions again = LoadOptions.DEFAULTS.alreadyLoaded(AlreadyLoaded.LOAD_AGAIN);
            for (int i = 0; i < 20; i++) {
                shared.load(i % 2 == 0 ? other : one, again);
                shared.prune(0);
            }
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(asked.get()).isGreaterThan(100);
        assertThat(count("onet_release")).isEqualTo(1);
    }

    /** Starts the second load while the first is under way, and lets the first go on once the second waits for it. */
    private List<LoadReport> loadAtOnce(OnetRelease first, OnetRelease second) throws Exception {
        CountDownLatch inMidLoad = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<LoadReport> one = threads.submit(() -> Onet.create(database.dataSource())
                .build()
                .load(first, LoadOptions.DEFAULTS.progress(progress -> {
                    if (progress.table() == ReleaseTable.SKILLS) {
                        inMidLoad.countDown();
                        await(goOn);
                    }
                })));
        await(inMidLoad);
        Future<LoadReport> other =
                threads.submit(() -> Onet.create(database.dataSource()).build().load(second));
        awaitSomebodyWaiting();
        goOn.countDown();
        return List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
