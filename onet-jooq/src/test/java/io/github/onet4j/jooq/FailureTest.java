package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.example.driver.ConfusedDriver;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Dialect;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A failure says what is true, and names the cure where it is known. */
final class FailureTest extends OnEachEngine {
    private final List<String> told = new ArrayList<>();
    private final OnetListener listener = new OnetListener() {
        @Override
        public void loadSucceeded(LoadReport report) {
            told.add("succeeded");
        }

        @Override
        public void loadFailed(OnetRelease release, OnetException failure, Duration elapsed) {
            told.add("failed");
        }
    };

    @Test
    void isNotThatOfALoadOnceItIsCommitted() {
        onetWithTables();
        LoadOptions again = LoadOptions.DEFAULTS.alreadyLoaded(LoadOptions.AlreadyLoaded.LOAD_AGAIN);
        for (String method : List.of("close", "setAutoCommit")) {
            told.clear();
            OnetRelease release = open(MiniRelease.text());
            Onet onet =
                    Onet.create(failingAfterCommit(method)).listener(listener).build();

            String log = loggedBy(
                    () -> assertThat(onet.load(release, again).outcome()).isEqualTo(LoadReport.Outcome.LOADED));

            assertThat(told).as(method).containsExactly("succeeded");
            assertThat(log).contains("WARN a connection could not be given back in order", "the pool is in trouble");
            assertThat(onet().catalog().release().version()).isEqualTo("31.0");
        }
    }

    @Test
    void ofACommitLeavesTheOutcomeOpen() {
        onetWithTables();
        OnetRelease release = open(MiniRelease.text());
        for (boolean done : List.of(false, true)) {
            told.clear();
            Onet onet = Onet.create(failingToCommit(done)).listener(listener).build();

            assertThatThrownBy(() -> onet.load(release))
                    .isInstanceOfSatisfying(
                            OnetDatabaseException.class,
                            e -> assertThat(e.isOutcomeUnknown()).isTrue())
                    .hasMessageStartingWith("could not load O*NET 31.0")
                    .hasMessageContaining(
                            ": it is unknown whether the changes were committed, for the commit failed: no answer. All"
                                    + " of them are stored, or none: look which, after a load for example with"
                                    + " onet.releases(), and call again if they are missing");

            assertThat(told).containsExactly("failed");
            assertThat(count("onet_release")).isEqualTo(done ? 1 : 0);
            assertThat(onet().load(release).outcome())
                    .isEqualTo(done ? LoadReport.Outcome.ALREADY_LOADED : LoadReport.Outcome.LOADED);
            execute("update onet_active_release set release_id = null");
            onet().prune(0);
        }
    }

    /** MySQL's commits at every statement, so its DDL is stored whatever becomes of the last commit. */
    @Test
    void ofTheCommitOfASchemaTellsWhatIsStored() {
        Onet onet = Onet.create(failingToCommit(false)).build();
        int differences = onet.schema().differences().size();

        assertThatThrownBy(() -> onet.schema().createOrUpgrade())
                .isInstanceOfSatisfying(
                        OnetDatabaseException.class,
                        e -> assertThat(e.isOutcomeUnknown()).isTrue())
                .hasMessageEndingWith(
                        isMySql()
                                ? ". What was created is stored, for this database commits at every DDL statement: call"
                                        + " again, which adds what is missing"
                                : ". All of them are stored, or none: look which, after a load for example with"
                                        + " onet.releases(), and call again if they are missing");

        // The one is the row that the commit was for.
        assertThat(onet().schema().differences()).hasSize(isMySql() ? 1 : differences);
        onet().schema().createOrUpgrade();
        assertThat(onet().load(open(MiniRelease.text())).outcome()).isEqualTo(LoadReport.Outcome.LOADED);
    }

    @Test
    void ofTheJvmInTheDriverIsPassedOnAsItIs() {
        onetWithTables();
        Error missing = ConfusedDriver.error();
        Onet onet = Onet.create(throwingAt(isMySql() ? "setLocalInfileInputStream" : "getCopyAPI", missing))
                .build();

        assertThatThrownBy(() -> onet.load(open(MiniRelease.text()))).isSameAs(missing);

        assertThat(countAll()).isZero();
    }

    @Test
    void ofADriverIsOneOfTheDatabaseWhateverItsType() {
        onetWithTables();
        for (RuntimeException confused : List.of(
                ConfusedDriver.illegalState(), ConfusedDriver.illegalArgument(), ConfusedDriver.nullPointer())) {
            assertThatThrownBy(() -> Onet.create(failingAt("onet_active_release", () -> confused))
                            .build()
                            .releases())
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessage("could not list the releases: " + confused)
                    .hasCause(confused);
        }
    }

    @Test
    void ofOnet4jItselfIsPassedOnAndLeavesNothing() {
        onetWithTables();
        Database own = Database.recognize(
                new DefaultConfiguration().set(dataSource),
                null,
                TransactionMode.WHEN_AUTO_COMMIT,
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> own.read(
                        "read",
                        session ->
                                session.dsl().selectOne().fetch(row -> Objects.requireNonNull(null, "a bug of ours"))))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("a bug of ours");
        assertThatThrownBy(() -> own.write("write", session -> {
                    Dialect.execute(session.connection(), "delete from onet_active_release");
                    throw new IllegalStateException("a bug of ours");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("a bug of ours");
        assertThat(count("onet_active_release")).isEqualTo(1);
    }

    /** As Spring's integration of jOOQ does. */
    @Test
    void isOneOfTheDatabaseWhereTheHostsJooqTranslatesIt() {
        Configuration host = new DefaultConfiguration()
                .set(dataSource)
                .set(isMySql() ? SQLDialect.MYSQL : SQLDialect.POSTGRES)
                .set(ExecuteListener.onException(
                        e -> e.exception(new IllegalStateException("translated", e.sqlException()))));

        assertThatThrownBy(() -> Onet.create(DSL.using(host)).build().releases())
                .isInstanceOfSatisfying(
                        OnetDatabaseException.class,
                        e -> assertThat(e.sqlState()).contains(isMySql() ? "42S02" : "42P01"))
                .hasMessageContaining("call onet.schema().createOrUpgrade()");
    }

    @Test
    void ofTheHostsOwnCodeIsPassedOn() {
        onetWithTables();
        DataAccessException own = new DataAccessException("the host's own trouble", new SQLException("its database"));

        assertThatThrownBy(() -> onet().load(open(MiniRelease.text()), LoadOptions.DEFAULTS.progress(progress -> {
                    throw own;
                })))
                .isSameAs(own);
        assertThat(countAll()).isZero();

        onet().load(open(MiniRelease.text()));
        Onet asking = Onet.create(dataSource)
                .languageModel(
                        prompt -> {
                            throw own;
                        },
                        "in trouble")
                .build();
        assertThatThrownBy(() -> asking.assessments().assess("15-1251.00")).isSameAs(own);
    }

    @Test
    void ofARollbackCostsThePoolAConnection() {
        onetWithTables();
        OnetRelease bad = open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"));
        SQLException refusal = new SQLException("no rollback");
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(1);
        config.setDataSource(HostDataSource.connecting(
                dataSource,
                connection -> HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                    if (method.getName().equals("rollback") && !connection.isClosed()) {
                        throw refusal;
                    }
                    return HostDataSource.invoke(target, method, arguments);
                })));
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet onet = Onet.create(pool).build();

            assertThatThrownBy(() -> onet.load(bad))
                    .isInstanceOf(LoadRejectedException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(refusal));

            assertThat(countAll()).isZero();
            assertThat(onet.load(open(MiniRelease.text())).outcome()).isEqualTo(LoadReport.Outcome.LOADED);
        }
    }

    @Test
    void ofTheTransactionIsNoReasonForTheSlowPath() {
        assumeTrue(isMySql(), "PostgreSQL tells without a statement whether COPY works");
        onetWithTables();
        SQLException deadlock = new SQLTransactionRollbackException("Deadlock found", "40001", 1213);
        SQLException killed = new SQLException("Query execution was interrupted", "70100", 1317);
        SQLException waiting = new SQLException("Lock wait timeout exceeded", "HY000", 1205);
        for (SQLException mishap : List.of(deadlock, killed, waiting)) {
            Onet onet = Onet.create(failingAt("load data", () -> mishap)).build();

            assertThatThrownBy(() -> onet.load(open(MiniRelease.text())))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasCause(mishap);
            assertThat(countAll()).isZero();
        }
    }

    @Test
    void ofLoadDataDoesNotWaitForeverForASignOfLife() {
        assumeTrue(isMySql(), "PostgreSQL tells without a statement whether COPY works");
        onetWithTables();
        List<Object> seconds = new ArrayList<>();
        DataSource refusing = failingAt("load data", () -> new SQLException("not allowed", "42000", 3948));
        Onet onet = Onet.create(HostDataSource.connecting(
                        refusing,
                        connection ->
                                HostDataSource.wrapped(Connection.class, connection, (target, method, timeout) -> {
                                    if (method.getName().equals("isValid")) {
                                        seconds.add(Objects.requireNonNull(timeout)[0]);
                                    }
                                    return HostDataSource.invoke(target, method, timeout);
                                })))
                .build();

        assertThat(onet.load(open(MiniRelease.text())).path()).contains(LoadPath.INSERTS);

        // 0 is no limit.
        assertThat(seconds).containsExactly(5);
    }

    @Test
    void ofStatisticsIsLogged() {
        onetWithTables();
        Onet onet = Onet.create(failingAt("analyze", () -> new IllegalStateException("the pool is closed")))
                .listener(listener)
                .build();

        String log = loggedBy(
                () -> assertThat(onet.load(open(MiniRelease.text())).outcome()).isEqualTo(LoadReport.Outcome.LOADED));

        assertThat(told).containsExactly("succeeded");
        assertThat(log).contains("WARN the rows are stored, but").contains("the pool is closed");
    }

    @Test
    void ofCreationSpeaksOfRightsOnlyWhereTheyLack() {
        Onet broken = Onet.create(failingAt("create table", () -> new SQLException("connection reset", "08006")))
                .build();
        assertThatThrownBy(() -> broken.schema().createOrUpgrade())
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining("connection reset")
                .hasMessageNotContaining("DDL");

        SQLException denied = isMySql()
                ? new SQLSyntaxErrorException("CREATE command denied to user", "42000", 1142)
                : new SQLException("permission denied for schema public", "42501");
        Onet powerless = Onet.create(failingAt("create table", () -> denied)).build();
        assertThatThrownBy(() -> powerless.schema().createOrUpgrade())
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining("output of OnetSchema.ddl()");
    }

    @Test
    void ofALimitNamesTheLimit() throws SQLException {
        onetWithTables();
        OnetRelease release = open(MiniRelease.text());
        if (isMySql()) {
            SQLException tooBig =
                    new SQLException("Got a packet bigger than 'max_allowed_packet' bytes", "08S01", 1153);
            Onet onet = Onet.create(failingAt("insert into onet_release", () -> tooBig))
                    .build();
            assertThatThrownBy(() -> onet.load(release))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageContaining("Raise max_allowed_packet on the server");
            return;
        }
        Onet slow = Onet.create(HostDataSource.connecting(dataSource, connection -> {
                    execute(connection, "set statement_timeout = '200ms'");
                    return connection;
                }))
                .build();
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "lock table onet_release in access exclusive mode");
            assertThatThrownBy(() -> slow.load(release))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageContaining("raise statement_timeout");
            other.rollback();
        }
        SQLException pooled = new SQLException("prepared statement \"S_1\" already exists", "42P05");
        Onet pooler = Onet.create(failingAt("onet_release", () -> pooled)).build();
        assertThatThrownBy(pooler::releases)
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining("add prepareThreshold=0 to the JDBC URL");
    }

    /** Works until a commit; then one method of its connections fails. */
    private DataSource failingAfterCommit(String failing) {
        return HostDataSource.connecting(dataSource, connection -> {
            AtomicBoolean committed = new AtomicBoolean();
            return HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                Object result = HostDataSource.invoke(target, method, arguments);
                if (committed.get() && method.getName().equals(failing)) {
                    throw new SQLException("the pool is in trouble", "08006");
                }
                if (method.getName().equals("commit")) {
                    committed.set(true);
                }
                return result;
            });
        });
    }

    /** Loses the answer to each commit, or its request. */
    private DataSource failingToCommit(boolean done) {
        return HostDataSource.connecting(
                dataSource,
                connection -> HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                    if (!method.getName().equals("commit")) {
                        return HostDataSource.invoke(target, method, arguments);
                    }
                    if (done) {
                        connection.commit();
                    }
                    throw new SQLException("no answer", "08006");
                }));
    }

    private interface Refusal {
        Exception exception();
    }

    /** Refuses statements that contain a text. */
    private DataSource failingAt(String sql, Refusal refusal) {
        return HostDataSource.connecting(
                dataSource,
                connection -> HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                    if (isRefused(arguments, sql)) {
                        throw refusal.exception();
                    }
                    Object result = HostDataSource.invoke(target, method, arguments);
                    return result instanceof Statement statement
                                    && method.getName().equals("createStatement")
                            ? HostDataSource.wrapped(Statement.class, statement, (of, executed, text) -> {
                                if (isRefused(text, sql)) {
                                    throw refusal.exception();
                                }
                                return HostDataSource.invoke(of, executed, text);
                            })
                            : result;
                }));
    }

    /** Hands out connections at whose driver's own objects a call throws. */
    private DataSource throwingAt(String call, Error error) {
        return HostDataSource.connecting(
                dataSource,
                connection -> HostDataSource.wrapped(
                        Connection.class,
                        connection,
                        (target, method, arguments) -> throwingAt(call, error, target, method, arguments)));
    }

    private static @Nullable Object throwingAt(
            String call, Error error, Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals(call)) {
            throw error;
        }
        Object result = HostDataSource.invoke(target, method, arguments);
        boolean passesOn = Set.of("createStatement", "unwrap").contains(method.getName());
        Class<?> type = arguments != null && arguments[0] instanceof Class<?> wanted ? wanted : method.getReturnType();
        return result == null || !passesOn
                ? result
                : HostDataSource.wrapped(type, result, (of, called, with) -> throwingAt(call, error, of, called, with));
    }

    private static boolean isRefused(@Nullable Object @Nullable [] arguments, String sql) {
        return arguments != null
                && arguments.length > 0
                && String.valueOf(arguments[0]).replaceAll("[\"`]", "").contains(sql);
    }
}
