package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.FaultyDataSource.Fault;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.OnetWebServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whichever call of JDBC fails, and however: what reaches the caller is an exception of onet4j, no connection is
 * leaked, nobody sees half of the work, and the next call works. Of each kind of work a few calls fail, the same in
 * each run; with {@code -Donet.test.faults=all} every call does.
 */
final class FaultTest extends WithWebServices {
    private static final boolean ALL = "all".equals(System.getProperty("onet.test.faults"));
    private static final int SAMPLE = 1;
    private static final String COMMIT = "Connection.commit";

    private final Random random = new Random(4711);

    @BeforeEach
    void createTableOfTheHost() {
        execute("create table host_work (id integer)");
    }

    @Test
    void leavesALoadOutOrWhole() throws SQLException {
        OnetRelease release = open(MiniRelease.singleSkillsText());
        String active =
                "(select version from onet_release r join onet_active_release a on a.release_id = r.release_id)";
        survivesFaults(new Work(
                onet -> onet.load(release).release().info(),
                "select " + active + ", "
                        + TABLES.stream().map(FaultTest::rowsOf).collect(Collectors.joining(", ")),
                false,
                () -> {
                    Onet onet = onet();
                    onet.activate(onet.requireRelease("31.0"));
                    onet.prune(0);
                }));
    }

    @Test
    void leavesAFetchOutOrWhole() throws SQLException {
        survivesFaults(
                new Work(onet -> skills(onet, DEVELOPERS).elements(), "select " + rowsOf("onet_rating"), true, () -> {
                    execute(
                            "delete from onet_rating where domain = 'SKILLS' and onetsoc_code = '" + DEVELOPERS + "'",
                            "delete from onet_web_lookup",
                            "delete from onet_web_response",
                            "delete from onet_web_fetch");
                }));
    }

    @Test
    void leavesAnAssessmentOutOrWhole() throws SQLException {
        survivesFaults(new Work(
                onet -> onet.assessments().assess(PROGRAMMERS.value()).levels(),
                "select " + rowsOf("onet_assessment") + ", " + rowsOf("onet_assessed_level"),
                false,
                () -> execute(
                        "delete from onet_assessed_level",
                        "delete from onet_assessment",
                        "delete from onet_model_call")));
    }

    @Test
    void endsAnAnalysis() throws SQLException {
        survivesFaults(new Work(
                onet -> onet.skillGapAnalyzer().analyze(PROGRAMMERS.value(), ANALYSTS.value()),
                "select " + rowsOf("onet_rating"),
                false,
                () -> {}));
    }

    private static String rowsOf(String table) {
        return "(select count(*) from " + table + ")";
    }

    private void survivesFaults(Work work) throws SQLException {
        SoftAssertions all = new SoftAssertions();
        for (Host host : Host.values()) {
            try (FaultyDataSource faulty = new FaultyDataSource(dataSource, host != Host.POOL_WITHOUT_AUTO_COMMIT)) {
                Trial trial = new Trial(work, host, faulty);
                for (Fault fault : Fault.values()) {
                    for (int call : chosen(trial.calls, fault)) {
                        all.check(() -> trial.survives(fault, call));
                    }
                }
                all.check(() -> assertThat(count("host_work"))
                        .as("the host's own work, %s", host)
                        .isEqualTo(trial.committedByHost));
            }
        }
        all.assertAll();
    }

    /** Only commits can stay unanswered. */
    private List<Integer> chosen(List<String> calls, Fault fault) {
        boolean commitsOnly = fault == Fault.UNANSWERED;
        Map<String, List<Integer>> byMethod = IntStream.range(0, calls.size())
                .boxed()
                .filter(call -> !commitsOnly || calls.get(call).equals(COMMIT))
                .collect(Collectors.groupingBy(calls::get, LinkedHashMap::new, Collectors.toList()));
        if (ALL) {
            return byMethod.values().stream().flatMap(List::stream).toList();
        }
        List<List<Integer>> methods = new ArrayList<>(byMethod.values());
        Collections.shuffle(methods, random);
        return methods.stream()
                .limit(SAMPLE)
                .map(each -> each.get(random.nextInt(each.size())))
                .toList();
    }

    /**
     * Work that a fault interrupts.
     *
     * @param call returns the same answer each time
     * @param state a query for what readers see of it
     * @param inSteps whether it may fail after what it stores has been committed
     * @param reset undoes it
     */
    private record Work(Function<Onet, Object> call, String state, boolean inSteps, Runnable reset) {}

    /** Whose transaction it is. */
    private enum Host {
        DATA_SOURCE,
        POOL_WITHOUT_AUTO_COMMIT,
        TRANSACTION,
        TRANSACTION_OF_JOOQ;

        boolean ownsTransaction() {
            return this == TRANSACTION || this == TRANSACTION_OF_JOOQ;
        }
    }

    /** Work for a host, without a fault at first, and then with many. */
    private final class Trial {
        private final Work work;
        private final Host host;
        private final FaultyDataSource faulty;
        private final OnetWebServices client = services();
        private final List<String> calls = new ArrayList<>();
        private final Object before;
        private final Object after;
        private final Object answer;
        private long committedByHost = count("host_work");

        Trial(Work work, Host host, FaultyDataSource faulty) {
            this.work = work;
            this.host = host;
            this.faulty = faulty;
            this.before = rows(work.state);
            Attempt attempt = new Attempt(null);
            letWork(builder -> calls.addAll(faulty.callsOf(() -> attempt.of(builder))));
            this.after = rows(work.state);
            this.answer = Objects.requireNonNull(attempt.answer, () -> "no answer: " + attempt.failure);
            work.reset.run();
        }

        void survives(Fault fault, int call) {
            Attempt attempt = new Attempt(null);
            boolean committed = letWork(builder -> faulty.failAt(call, fault, () -> attempt.of(builder)));
            Object seen = rows(work.state);
            Attempt next = new Attempt(host.ownsTransaction() ? null : attempt.onet);
            // By another thread, which would wait for a lock that was left behind.
            CompletableFuture.runAsync(() -> letWork(next::of))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            Object seenNext = rows(work.state);
            work.reset.run();

            String what = "%s, %s at call %d, %s: %s".formatted(host, fault, call, calls.get(call), attempt.failure);
            if (attempt.failure == null) {
                assertThat(attempt.answer).as(what).isEqualTo(answer);
                assertThat(seen).as(what).isEqualTo(committed ? after : before);
            } else {
                boolean outcomeUnknown =
                        attempt.failure instanceof OnetDatabaseException failure && failure.isOutcomeUnknown();
                assertThat(attempt.failure).as(what).isInstanceOf(OnetException.class);
                assertThat(outcomeUnknown).as(what).isEqualTo(faulty.hasFailed(COMMIT));
                assertThat(seen).as(what).isIn(before, outcomeUnknown || work.inSteps ? after : before);
            }
            if (fault == Fault.REFUSED || fault == Fault.UNCHECKED) {
                assertThat(committed)
                        .as("the host's transaction is intact after " + what)
                        .isTrue();
            }
            assertThat(faulty.open()).as("connections left open by " + what).isZero();
            assertThat(faulty.isTidy())
                    .as("connections came back as they went to " + what)
                    .isTrue();
            assertThat(next.failure).as("the next call after " + what).isNull();
            assertThat(next.answer).as("the next call after " + what).isEqualTo(answer);
            assertThat(seenNext).as("the next call after " + what).isEqualTo(after);
        }

        /** Returns whether the transaction was committed, if it is the host that has to. */
        private boolean letWork(Consumer<Onet.Builder> onet4j) {
            switch (host) {
                case DATA_SOURCE -> onet4j.accept(Onet.create(faulty.dataSource()));
                case POOL_WITHOUT_AUTO_COMMIT ->
                    onet4j.accept(Onet.create(faulty.dataSource()).transactionMode(TransactionMode.ALWAYS));
                case TRANSACTION -> {
                    return inTransaction(onet4j);
                }
                case TRANSACTION_OF_JOOQ -> {
                    return inTransactionOfJooq(onet4j);
                }
            }
            return true;
        }

        private boolean inTransaction(Consumer<Onet.Builder> onet4j) {
            boolean committed = false;
            try (Connection connection = faulty.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                execute(connection, "insert into host_work values (1)");
                onet4j.accept(Onet.create(HostDataSource.of(connection)));
                connection.commit();
                committed = true;
                committedByHost++;
            } catch (SQLException lost) {
                // Of a connection of the host, which does without.
            }
            return committed;
        }

        private boolean inTransactionOfJooq(Consumer<Onet.Builder> onet4j) {
            try {
                DSL.using(faulty.dataSource(), isMySql() ? SQLDialect.MYSQL : SQLDialect.POSTGRES)
                        .transaction(transaction -> {
                            transaction.dsl().execute("insert into host_work values (1)");
                            onet4j.accept(Onet.create(transaction.dsl()));
                        });
                committedByHost++;
                return true;
            } catch (DataAccessException lost) {
                return false;
            }
        }

        /** A call, by a new node or one that has failed before. */
        private final class Attempt {
            private @Nullable Onet onet;
            private @Nullable Object answer;
            private @Nullable RuntimeException failure;

            Attempt(@Nullable Onet onet) {
                this.onet = onet;
            }

            void of(Onet.Builder builder) {
                try {
                    if (onet == null) {
                        onet = builder.lockTimeout(Duration.ofSeconds(20))
                                .webServices(client, options)
                                .languageModel(new AssessingModel(), AssessingModel.NAME)
                                .build();
                    }
                    answer = work.call.apply(onet);
                } catch (RuntimeException e) {
                    failure = e;
                }
            }
        }
    }
}
