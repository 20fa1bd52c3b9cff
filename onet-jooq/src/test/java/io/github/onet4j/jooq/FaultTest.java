package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.FaultyDataSource.Call;
import io.github.onet4j.jooq.FaultyDataSource.Fault;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.OnetWebServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whichever call of JDBC fails, and however: what reaches the caller is an exception of onet4j, no connection is
 * leaked, nobody sees half of the work, and the next call works. Of each kind of work a few calls fail, the same in
 * each run; with {@code -Donet.test.faults=all} every call does, and with {@code places} the first and the last from
 * each place in the code, which leaves out most rounds of loops.
 */
@SuppressWarnings("NullAway.Init")
final class FaultTest extends WithWebServices {
    private static final String EXTENT = System.getProperty("onet.test.faults", "");
    private static final int SAMPLE = 1;
    private static final String COMMIT = "Connection.commit";
    private static final EnumSet<Host> IN_TRANSACTION = EnumSet.of(Host.TRANSACTION, Host.TRANSACTION_OF_JOOQ);
    private static final String ACTIVE =
            "(select version from onet_release r join onet_active_release a on a.release_id = r.release_id)";

    private final Random random = new Random(4711);

    private DataSource faultySource;
    private HikariDataSource observer;

    /** The test itself has a pool, for it looks often. */
    @BeforeEach
    void createTableOfTheHost() {
        faultySource = dataSource;
        observer = new HikariDataSource();
        observer.setDataSource(faultySource);
        dataSource = observer;
        execute("create table host_work (id integer)");
    }

    @AfterEach
    void closeObserver() {
        observer.close();
    }

    @Test
    void leavesALoadOutOrWhole() throws SQLException {
        OnetRelease release = open(MiniRelease.singleSkillsText());
        survivesFaults(new Work(
                onet -> onet.load(release).release().info(),
                "select " + ACTIVE + ", "
                        + TABLES.stream().map(FaultTest::rowsOf).collect(Collectors.joining(", ")),
                () -> {
                    Onet onet = onet();
                    onet.activate(onet.requireRelease("31.0"));
                    onet.prune(0);
                }));
    }

    @Test
    void leavesAnActivationOutOrWhole() throws SQLException {
        onet().load(open(MiniRelease.singleSkillsText()));
        StoredRelease older = onet().requireRelease("31.0");
        StoredRelease newer = onet().requireRelease("29.3");
        survivesFaults(new Work(
                onet -> {
                    onet.activate(older);
                    return older.info();
                },
                "select " + ACTIVE,
                () -> onet().activate(newer)));
    }

    @Test
    void leavesAPruningOutOrWhole() throws SQLException {
        OnetRelease release = open(MiniRelease.singleSkillsText());
        Runnable reset = () -> onet().load(release, LoadOptions.DEFAULTS.activation(LoadOptions.Activation.LATER));
        reset.run();
        survivesFaults(new Work(
                onet -> {
                    onet.prune(0);
                    return "pruned";
                },
                "select " + TABLES.stream().map(FaultTest::rowsOf).collect(Collectors.joining(", ")),
                reset));
    }

    /** MySQL commits at each statement of DDL, so a part may stay, to be completed by the next call. */
    @Test
    void completesAnUpgradeAtTheNextCall() throws SQLException {
        String schema = isMySql() ? "database()" : "current_schema()";
        Runnable age = () -> execute(
                "drop view onet_active_skill",
                "drop table onet_job_title",
                "drop index onet_assessment_ix" + (isMySql() ? " on onet_assessment" : ""),
                "alter table onet_web_lookup drop column answered_at_utc",
                "delete from onet_active_release");
        age.run();
        Work work = new Work(
                onet -> {
                    onet.schema().createOrUpgrade();
                    return "upgraded";
                },
                "select (select count(*) from information_schema.columns where table_name like 'onet%' and table_schema"
                        + " = " + schema + "), " + rowsOf("onet_active_release"),
                isMySql() ? Progress.IN_PARTS : Progress.WHOLE,
                age);
        survivesFaults(work, isMySql() ? EnumSet.complementOf(IN_TRANSACTION) : EnumSet.allOf(Host.class));
    }

    @Test
    void leavesAFetchOutOrWhole() throws SQLException {
        survivesFaults(new Work(
                onet -> skills(onet, DEVELOPERS).elements(),
                "select " + rowsOf("onet_rating"),
                Progress.IN_STEPS,
                this::forgetFetches));
    }

    @Test
    void leavesARefreshOutOrWhole() throws SQLException {
        Runnable outdate = () -> {
            forgetFetches();
            skills(node(), DEVELOPERS);
            execute(
                    "update onet_rating set data_value = 1 where web_fetch_id is not null",
                    "update onet_web_fetch set completed_at_utc = '2020-01-01 00:00:00'");
        };
        outdate.run();
        survivesFaults(new Work(
                onet -> {
                    onet.pipeline().refresh(Duration.ofDays(1));
                    return skills(onet, DEVELOPERS).elements();
                },
                "select sum(data_value) from onet_rating where web_fetch_id is not null",
                Progress.IN_STEPS,
                outdate));
    }

    @Test
    void leavesAnAssessmentOutOrWhole() throws SQLException {
        survivesFaults(new Work(
                onet -> onet.assessments().assess(PROGRAMMERS.value()).levels(),
                "select " + rowsOf("onet_assessment") + ", " + rowsOf("onet_assessed_level"),
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
                () -> {}));
    }

    private void forgetFetches() {
        execute(
                "delete from onet_rating where domain = 'SKILLS' and onetsoc_code = '" + DEVELOPERS + "'",
                "delete from onet_web_lookup",
                "delete from onet_web_response",
                "delete from onet_web_fetch");
    }

    /** What onet4j changes for a while, beside what is in the database. */
    private String sessionState() {
        return isMySql()
                ? "select @@session.innodb_lock_wait_timeout, @@session.transaction_isolation,"
                        + " is_used_lock(concat('onet4j.', database())) = connection_id()"
                : "select current_setting('lock_timeout'), current_setting('default_statistics_target'),"
                        + " (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())";
    }

    private static String rowsOf(String table) {
        return "(select count(*) from " + table + ")";
    }

    private void survivesFaults(Work work) throws SQLException {
        survivesFaults(work, EnumSet.allOf(Host.class));
    }

    private void survivesFaults(Work work, Set<Host> hosts) throws SQLException {
        SoftAssertions all = new SoftAssertions();
        for (Host host : hosts) {
            try (FaultyDataSource faulty =
                    new FaultyDataSource(faultySource, host != Host.POOL_WITHOUT_AUTO_COMMIT, sessionState())) {
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
    private List<Integer> chosen(List<Call> calls, Fault fault) {
        boolean commitsOnly = fault == Fault.UNANSWERED;
        List<Integer> possible = IntStream.range(0, calls.size())
                .boxed()
                .filter(call -> !commitsOnly || calls.get(call).method().equals(COMMIT))
                .toList();
        return switch (EXTENT) {
            case "all" -> possible;
            case "places" ->
                grouped(possible, calls::get).stream()
                        .flatMap(rounds -> Stream.of(rounds.get(0), rounds.get(rounds.size() - 1)))
                        .distinct()
                        .toList();
            default -> {
                List<List<Integer>> methods =
                        grouped(possible, call -> calls.get(call).method());
                Collections.shuffle(methods, random);
                yield methods.stream()
                        .limit(SAMPLE)
                        .map(each -> each.get(random.nextInt(each.size())))
                        .toList();
            }
        };
    }

    private static <K> List<List<Integer>> grouped(List<Integer> calls, Function<Integer, K> by) {
        return new ArrayList<>(calls.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /**
     * Work that a fault interrupts.
     *
     * @param call returns the same answer each time
     * @param state a query for what readers see of it
     * @param progress what may be stored of it after a failure
     * @param reset undoes it
     */
    private record Work(Function<Onet, Object> call, String state, Progress progress, Runnable reset) {
        Work(Function<Onet, Object> call, String state, Runnable reset) {
            this(call, state, Progress.WHOLE, reset);
        }
    }

    /** What may be stored of work that has failed. */
    private enum Progress {
        /** Nothing; or everything, if its commit has failed. */
        WHOLE,
        /** Nothing or everything, for it may fail after what it stores has been committed. */
        IN_STEPS,
        /** A part. */
        IN_PARTS
    }

    /** Whose transaction it is. */
    private enum Host {
        DATA_SOURCE,
        POOL_WITHOUT_AUTO_COMMIT,
        TRANSACTION,
        TRANSACTION_OF_JOOQ;

        boolean ownsTransaction() {
            return IN_TRANSACTION.contains(this);
        }
    }

    /** Work for a host, without a fault at first, and then with many. */
    private final class Trial {
        private final Work work;
        private final Host host;
        private final FaultyDataSource faulty;
        private final OnetWebServices client = services();
        private final List<Call> calls = new ArrayList<>();
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

            String what = "%s, %s at call %d, %s: %s"
                    .formatted(host, fault, call, calls.get(call).method(), attempt.failure);
            if (attempt.failure == null) {
                assertThat(attempt.answer).as(what).isEqualTo(answer);
                assertThat(seen).as(what).isEqualTo(committed ? after : before);
            } else {
                // An error may come when all is stored; nobody can go on then, unlike after an exception.
                boolean late = fault == Fault.ERROR
                        && calls.subList(0, call).stream()
                                .anyMatch(each -> each.method().equals(COMMIT));
                boolean outcomeUnknown =
                        attempt.failure instanceof OnetDatabaseException failure && failure.isOutcomeUnknown();
                if (fault == Fault.ERROR) {
                    assertThat(attempt.failure).as(what).isInstanceOf(NoClassDefFoundError.class);
                } else {
                    assertThat(attempt.failure).as(what).isInstanceOf(OnetException.class);
                    assertThat(outcomeUnknown).as(what).isEqualTo(faulty.hasFailed(COMMIT));
                }
                if (work.progress != Progress.IN_PARTS) {
                    boolean done = late || outcomeUnknown || work.progress == Progress.IN_STEPS;
                    assertThat(seen).as(what).isIn(before, done ? after : before);
                }
            }
            if (Set.of(Fault.REFUSED, Fault.UNCHECKED, Fault.ERROR).contains(fault)) {
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
            private @Nullable Throwable failure;

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
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
            }
        }
    }
}
