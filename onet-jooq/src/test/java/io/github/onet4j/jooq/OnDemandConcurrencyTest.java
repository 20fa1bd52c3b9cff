package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Coverage;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.testing.HeldRequest;
import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any number of callers asks the service once for the same data, and holds up no caller who needs other data. */
final class OnDemandConcurrencyTest extends WithWebServices {
    private static final int THREADS = 64;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sixtyFourThreadsAskOnceAndTwoConnectionsAreEnough() throws Exception {
        try (HikariDataSource pool = pool(2)) {
            Onet shared = node(pool, options);
            HeldRequest held = stub.on("rows/essential_skills").held();

            List<Future<Profile>> profiles = atOnce(THREADS, () -> skills(shared, DEVELOPERS));
            held.awaitArrival();
            assertThat(shared.skillGapAnalyzer()
                            .analyze("15-1251.00", "15-1211.00")
                            .gaps())
                    .as("what is there is answered while the service is slow")
                    .isNotEmpty();
            held.letGo();

            assertThat(all(profiles)).extracting(Profile::coverage).containsOnly(Coverage.PARTIAL);
            assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
            assertThat(asked("transferable_skills", DEVELOPERS)).isEqualTo(1);
            assertThat(stub.requests("about")).as("before and after").hasSize(2);
            assertThat(runs).hasSize(1);
        }
    }

    @Test
    void manyThreadsAskOnceForEachOfManyCodes() throws Exception {
        List<OnetSocCode> codes = List.of(CHIEFS, ANALYSTS, PROGRAMMERS, DEVELOPERS, DESIGNERS);
        execute("delete from onet_rating", "delete from onet_occupation");
        try (HikariDataSource pool = pool(2)) {
            Onet shared = node(pool, options);
            List<Callable<Profile>> questions = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                OnetSocCode code = codes.get(i % codes.size());
                questions.add(() -> skills(shared, code));
            }

            assertThat(all(atOnce(questions))).extracting(Profile::coverage).doesNotContain(Coverage.UNRATED);
        }
        assertThat(codes).allSatisfy(code -> {
            assertThat(asked("occupation_data", code)).isEqualTo(1);
            assertThat(asked("essential_skills", code)).isEqualTo(1);
            assertThat(asked("transferable_skills", code)).isEqualTo(1);
        });
    }

    @Test
    void twoNodesAskOnce() throws Exception {
        Onet other = node();
        HeldRequest held = stub.on("rows/essential_skills").held();

        List<Future<Profile>> profiles = atOnce(1, () -> skills(onet, DEVELOPERS));
        held.awaitArrival();
        Future<Profile> elsewhere = threads.submit(() -> skills(other, DEVELOPERS));
        awaitSomebodyWaiting();
        held.letGo();

        assertThat(all(profiles).get(0).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(elsewhere.get(60, TimeUnit.SECONDS).elements()).hasSize(2);
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
        assertThat(asked("transferable_skills", DEVELOPERS)).isEqualTo(1);
        // Once the pages have landed either node may be the first to bring them in.
        assertThat(runs.stream().mapToInt(PipelineRun::pagesLanded).sum()).isEqualTo(2);
        assertThat(runs.stream().mapToLong(run -> run.rows().added()).sum()).isEqualTo(4);
    }

    @Test
    void twoNodesWithManyThreadsAskOnceEachOfThem() throws Exception {
        execute("delete from onet_rating where domain = 'SKILLS'");
        List<OnetSocCode> codes = List.of(CHIEFS, ANALYSTS, PROGRAMMERS, DEVELOPERS);
        List<Onet> nodes = List.of(onet, node());
        List<Callable<Profile>> questions = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Onet node = nodes.get(i % 2);
            OnetSocCode code = codes.get(i / 2 % codes.size());
            questions.add(() -> skills(node, code));
        }

        assertThat(all(atOnce(questions))).extracting(Profile::coverage).doesNotContain(Coverage.UNRATED);

        assertThat(codes)
                .allSatisfy(code -> assertThat(asked("essential_skills", code)).isEqualTo(1));
    }

    @Test
    void aKnownMissIsAnsweredWhileTheServiceIsSlow() throws Exception {
        assertThat(skills(onet, SCIENTISTS).fetchOutcome()).isEqualTo(FetchOutcome.NO_RATINGS);
        HeldRequest held = stub.on("rows/essential_skills").held();
        Future<Profile> slow = threads.submit(() -> skills(onet, DEVELOPERS));
        held.awaitArrival();

        assertThat(threads.submit(() -> skills(onet, SCIENTISTS))
                        .get(60, TimeUnit.SECONDS)
                        .fetchOutcome())
                .isEqualTo(FetchOutcome.NO_RATINGS);

        held.letGo();
        assertThat(slow.get(60, TimeUnit.SECONDS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void anInterruptedQuestionSaysNothingOfTheService() throws Exception {
        HeldRequest held = stub.on("rows/essential_skills").held();
        List<Object> seen = new ArrayList<>();
        Thread asking = new Thread(() -> {
            seen.add(skills(onet, DEVELOPERS).fetchOutcome());
            seen.add(Thread.currentThread().isInterrupted());
        });
        asking.start();
        held.awaitArrival();
        asking.interrupt();
        asking.join(60_000);
        held.letGo();

        assertThat(seen).containsExactly(FetchOutcome.UNREACHABLE, true);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    /** A transaction of the host holds its locks until it ends, and must be able to ask for more meanwhile. */
    @Test
    void whoWaitsForATransactionDoesNotHoldItUp() throws Exception {
        Future<Profile> other;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Onet shared = node(boundToThisThread(HostDataSource.of(connection)), options);
            assertThat(skills(shared, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            other = threads.submit(() -> skills(shared, DEVELOPERS));
            awaitSomebodyWaiting();

            assertThat(skills(shared, DESIGNERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            connection.commit();
        }

        assertThat(other.get(60, TimeUnit.SECONDS).elements()).hasSize(2);
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
    }

    @Test
    void whoWaitsForATransactionTakesOneConnectionOutOfThePool() throws Exception {
        try (HikariDataSource pool = pool(2);
                Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            skills(node(HostDataSource.of(connection), options), DEVELOPERS);
            Onet shared = node(pool, options);
            List<Future<Profile>> waiting = atOnce(8, () -> skills(shared, DEVELOPERS));
            awaitSomebodyWaiting();

            assertThat(shared.skillGapAnalyzer()
                            .analyze("15-1251.00", "15-1211.00")
                            .gaps())
                    .isNotEmpty();
            assertThat(waiting).noneMatch(Future::isDone);
            connection.rollback();

            assertThat(all(waiting)).extracting(Profile::coverage).containsOnly(Coverage.PARTIAL);
        }
        assertThat(asked("essential_skills", DEVELOPERS)).as("once in vain").isEqualTo(2);
    }

    @Test
    void aReleaseThatIsPrunedWhileTheServiceIsSlowLeavesNothingBehind() throws Exception {
        StoredRelease other = onet().load(open(MiniRelease.singleSkillsText())).release();
        StoredRelease first = onet().requireRelease("31.0");
        onet().activate(first);
        HeldRequest held = stub.on("rows/essential_skills").held();
        Future<Profile> slow = threads.submit(() -> skills(onet, DEVELOPERS));
        held.awaitArrival();

        onet().activate(other);
        Future<List<StoredRelease>> pruned = threads.submit(() -> onet().prune(0));
        awaitSomebodyWaiting();
        held.letGo();

        assertThat(pruned.get(60, TimeUnit.SECONDS)).containsExactly(first);
        assertThat(slow.get(60, TimeUnit.SECONDS)).satisfies(profile -> {
            assertThat(profile.release().version()).isEqualTo("29.3");
            assertThat(profile.fetchOutcome()).isEqualTo(FetchOutcome.MIXED_RELEASE);
        });
        assertThat(count("onet_web_fetch")).as("of a release that is gone").isZero();
        assertThat(count("onet_web_response")).isZero();
        assertThat(count("onet_rating where web_fetch_id is not null")).isZero();
    }

    /** As frameworks bind a transaction to a thread. */
    private DataSource boundToThisThread(DataSource transaction) {
        Thread bound = Thread.currentThread();
        return HostDataSource.proxy(
                DataSource.class,
                (proxy, method, arguments) ->
                        (Thread.currentThread() == bound ? transaction : dataSource).getConnection());
    }

    private HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    private <T> List<Future<T>> atOnce(int count, Callable<T> question) throws InterruptedException {
        return atOnce(Stream.generate(() -> question).limit(count).toList());
    }

    private <T> List<Future<T>> atOnce(List<Callable<T>> questions) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(questions.size());
        List<Future<T>> answers = new ArrayList<>();
        for (Callable<T> question : questions) {
            answers.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return question.call();
            }));
        }
        assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
        return answers;
    }

    private static <T> List<T> all(List<Future<T>> answers) throws Exception {
        List<T> all = new ArrayList<>();
        for (Future<T> answer : answers) {
            all.add(answer.get(60, TimeUnit.SECONDS));
        }
        return all;
    }
}
