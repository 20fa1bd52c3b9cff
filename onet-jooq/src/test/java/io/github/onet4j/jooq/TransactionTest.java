package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadOptions.AlreadyLoaded;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The host owns its transactions, its connections and their state. */
final class TransactionTest extends OnEachEngine {
    @Test
    void leavesTheCommitToAHostInATransaction() throws SQLException {
        onetWithTables();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Onet inTransaction = Onet.create(HostDataSource.of(connection)).build();

            LoadReport report = inTransaction.load(open(MiniRelease.text()));

            assertThat(report.committed()).isFalse();
            assertThat(inTransaction.catalog().occupations()).hasSize(8);
            assertThat(countAll()).isZero();
            assertThat(connection.getAutoCommit()).isFalse();

            connection.commit();
        }
        assertThat(onet().catalog().occupations()).hasSize(8);
    }

    @Test
    void isUndoneByAHostThatRollsBack() throws SQLException {
        Onet outside = onetWith(MiniRelease.singleSkillsText());
        long before = countAll();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Onet inTransaction = Onet.create(HostDataSource.of(connection)).build();
            inTransaction.load(open(MiniRelease.text()));
            inTransaction.prune(0);
            assertThat(inTransaction.releases()).hasSize(1);

            connection.rollback();
        }

        assertThat(countAll()).isEqualTo(before);
        assertThat(outside.catalog().release().version()).isEqualTo("29.3");
    }

    @Test
    void isPartOfATransactionOfTheHostsJooq() {
        onetWithTables();
        DSLContext host = DSL.using(dataSource, isMySql() ? SQLDialect.MYSQL : SQLDialect.POSTGRES);
        IllegalStateException undo = new IllegalStateException("the host rolls back");

        assertThatThrownBy(() -> host.transaction(transaction -> {
                    Onet onet = Onet.create(transaction.dsl()).build();
                    assertThat(onet.load(open(MiniRelease.text())).committed()).isFalse();
                    assertThat(onet.catalog().occupations()).hasSize(8);
                    throw undo;
                }))
                .isSameAs(undo);
        assertThat(countAll()).isZero();

        host.transaction(transaction -> Onet.create(transaction.dsl()).build().load(open(MiniRelease.text())));
        assertThat(onet().catalog().occupations()).hasSize(8);
    }

    @Test
    void leavesTheHostsOtherWorkAloneWhenALoadFails() throws SQLException {
        onetWithTables();
        execute("create table host_work (id integer)");
        OnetRelease good = open(MiniRelease.text());
        OnetRelease bad = open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"));
        try (Connection connection = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into host_work values (1)");
            Onet inTransaction = Onet.create(HostDataSource.of(connection))
                    .lockTimeout(Duration.ofSeconds(1))
                    .build();

            other.setAutoCommit(false);
            execute(other, "select slot from onet_active_release for update");
            assertThatThrownBy(() -> inTransaction.load(good)).isInstanceOf(LockTimeoutException.class);
            other.rollback();
            execute(connection, "insert into host_work values (2)");
            assertThatThrownBy(() -> inTransaction.load(bad)).isInstanceOf(LoadRejectedException.class);
            execute(connection, "insert into host_work values (3)");
            assertThatThrownBy(() -> inTransaction.load(good, LoadOptions.DEFAULTS.progress(progress -> {
                        throw new IllegalStateException("stop");
                    })))
                    .hasMessage("stop");
            connection.commit();
        }

        assertThat(rows("select id from host_work order by id")).hasToString("[[1], [2], [3]]");
        assertThat(countAll()).isZero();
    }

    @Test
    void commitsForAPoolWhoseConnectionsComeWithAutoCommitOff() {
        HikariConfig config = pool(2);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet onet =
                    Onet.create(pool).transactionMode(TransactionMode.ALWAYS).build();

            onet.schema().createOrUpgrade();
            LoadReport first = onet.load(open(MiniRelease.singleSkillsText()));
            onet.load(open(MiniRelease.text()));
            onet.activate(first.release());

            assertThat(first.committed()).isTrue();
            assertThat(onet().catalog().release().version()).isEqualTo("29.3");
            assertThat(onet.prune(0)).hasSize(1);
            assertThat(count("onet_release")).isEqualTo(1);
            assertThatThrownBy(() -> onet.load(open(MiniRelease.text().withCell("Knowledge.txt", 5, "N", "x"))))
                    .isInstanceOf(LoadRejectedException.class);
            assertThat(count("onet_release")).isEqualTo(1);
            assertThat(onet.catalog().occupations()).hasSize(8);
        }
    }

    @Test
    void saysSoWhereNobodyWillCommit() {
        onetWithTables();
        HikariConfig config = pool(1);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(Onet.create(pool).build().load(open(MiniRelease.text())).committed())
                    .isFalse();
        }
        assertThat(countAll()).isZero();
    }

    @Test
    void isContentWithOneConnection() {
        HikariConfig config = pool(1);
        config.setConnectionTimeout(5000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet onet = Onet.create(pool).build();
            onet.schema().createOrUpgrade();
            onet.schema().verify();
            onet.load(open(MiniRelease.singleSkillsText()));
            LoadReport report = onet.load(open(MiniRelease.text()), LoadOptions.DEFAULTS.progress(progress -> {}));
            onet.activate(onet.requireRelease("29.3"));
            onet.prune(0);

            assertThat(report.path()).contains(isMySql() ? LoadPath.LOAD_DATA_LOCAL : LoadPath.COPY);
            assertThat(onet.skillGapAnalyzer()
                            .analyze("15-1252", "15-1211", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE))
                            .from()
                            .estimatedFrom())
                    .as("all that are rated in full but the other side")
                    .hasSize(4);
            assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1252", "15-1211"))
                    .isInstanceOf(UnratedOccupationException.class)
                    .hasMessageContaining("Computer Programmers (15-1251.00)");
            assertThat(onet.catalog().searchOccupations("data", 10)).isNotEmpty();
            assertThat(onet.catalog().occupationsNeeding("2.B.3.e", 1)).isNotEmpty();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void givesAConnectionBackAsItCame() throws SQLException {
        onetWithTables();
        String lockWait = isMySql() ? "select @@session.innodb_lock_wait_timeout" : "show lock_timeout";
        OnetRelease release = open(MiniRelease.text());
        OnetRelease bad = open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"));
        try (Connection connection = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            execute(connection, isMySql() ? "set innodb_lock_wait_timeout = 77" : "set lock_timeout = '77s'");
            Onet onet = Onet.create(HostDataSource.of(connection))
                    .lockTimeout(Duration.ofSeconds(1))
                    .build();

            onet.load(release);
            assertState(connection, lockWait);
            onet.load(release);
            assertState(connection, lockWait);
            assertThatThrownBy(() -> onet.load(bad)).isInstanceOf(LoadRejectedException.class);
            assertState(connection, lockWait);
            assertThatThrownBy(() -> onet.load(
                            release,
                            LoadOptions.DEFAULTS
                                    .alreadyLoaded(AlreadyLoaded.LOAD_AGAIN)
                                    .progress(progress -> {
                                        throw new IllegalStateException("stop");
                                    })))
                    .hasMessage("stop");
            assertState(connection, lockWait);
            other.setAutoCommit(false);
            execute(other, "select slot from onet_active_release for update");
            assertThatThrownBy(() -> onet.prune(0)).isInstanceOf(LockTimeoutException.class);
            assertState(connection, lockWait);
        }
    }

    @Test
    void isReadCommittedWhateverTheIsolationOfItsConnection() throws SQLException {
        onetWithTables();
        String isolation = isMySql()
                ? "select trx_isolation_level from information_schema.innodb_trx"
                        + " where trx_mysql_thread_id = connection_id()"
                : "select upper(current_setting('transaction_isolation'))";
        List<String> isolations = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            Connection watched = HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                if (method.getName().equals("commit")) {
                    isolations.addAll(rows(connection, isolation).stream()
                            .map(row -> String.valueOf(row.get(0)))
                            .toList());
                }
                assertThat(method.getName())
                        .as("sets it for the session, which a pooler may share")
                        .isNotEqualTo("setTransactionIsolation");
                return HostDataSource.invoke(target, method, arguments);
            });

            Onet.create(HostDataSource.of(watched)).build().load(open(MiniRelease.text()));

            assertThat(isolations).startsWith("READ COMMITTED").containsOnly("READ COMMITTED");
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
    }

    @Test
    void isTheHostsToRepeatAfterADeadlock() throws Exception {
        onetWithTables();
        execute("create table host_work (id integer primary key)", "insert into host_work values (1)");
        try (Connection connection = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "update host_work set id = 2 where id = 1");
            Onet inTransaction = Onet.create(HostDataSource.of(connection)).build();
            other.setAutoCommit(false);
            // MySQL ends the transaction that has changed less, and PostgreSQL the one that finds the deadlock.
            if (!isMySql()) {
                execute(other, "set local deadlock_timeout = '10min'");
            }
            execute(other, "insert into host_work values (11), (12), (13), (14), (15), (16), (17)");
            execute(other, "select slot from onet_active_release for update");
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    execute(other, "delete from host_work where id = 1");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitSomebodyWaiting();

            assertThatThrownBy(() -> inTransaction.load(open(MiniRelease.text())))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageEndingWith("Conflict with another transaction: retry in a new one")
                    .satisfies(failure -> assertThat(failure.getSuppressed()).isEmpty());

            connection.rollback();
            waiting.get(1, TimeUnit.MINUTES);
            other.rollback();
            inTransaction.load(open(MiniRelease.text()));
            connection.commit();
        }
        assertThat(onet().catalog().occupations()).hasSize(8);
    }

    @Test
    void answersUnderTheSettingsOfTheHostsJooq() {
        List<Settings> settings = List.of(
                new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withRenderFormatted(true),
                new Settings().withStatementType(StatementType.STATIC_STATEMENT),
                new Settings().withInListPadding(true).withInListPadBase(4),
                new Settings().withMaxRows(1),
                new Settings().withRenderNameCase(RenderNameCase.UPPER),
                new Settings().withRenderSchema(true).withExecuteLogging(false).withFetchSize(1));
        onetWith(MiniRelease.text());
        List<Object> answers = new ArrayList<>();
        for (Settings each : settings) {
            Onet onet = Onet.create(DSL.using(dataSource, isMySql() ? SQLDialect.MYSQL : SQLDialect.POSTGRES, each))
                    .build();
            onet.schema().verify();
            onet.load(open(MiniRelease.text()));
            answers.add(List.of(
                    onet.catalog().occupations(),
                    onet.catalog().searchOccupations("data analyst", 9),
                    onet.catalog().occupationsNeeding("2.B.3.e", 0.5),
                    onet.skillGapAnalyzer()
                            .analyze("15-1252", "15-1211", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE))));
        }
        Onet plain = onet();

        assertThat(answers)
                .containsOnly(List.of(
                        plain.catalog().occupations(),
                        plain.catalog().searchOccupations("data analyst", 9),
                        plain.catalog().occupationsNeeding("2.B.3.e", 0.5),
                        plain.skillGapAnalyzer()
                                .analyze("15-1252", "15-1211", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE))));
    }

    @Test
    void keepsTheSettingsOfTheHostsJooqAsTheyAre() {
        Settings settings = new Settings().withRenderFormatted(true).withInListPadding(true);
        DSLContext host = DSL.using(dataSource, SQLDialect.DEFAULT, settings);

        Onet onet = Onet.create(host).schemaName("elsewhere").build();

        assertThat(onet.dsl().settings().isRenderFormatted()).isTrue();
        assertThat(host.settings().getRenderMapping()).isNull();
        assertThat(host.settings().isInListPadding()).isTrue();
        assertThat(host.dialect()).isEqualTo(SQLDialect.DEFAULT);
        assertThat(onet.dsl().dialect()).isEqualTo(isMySql() ? SQLDialect.MYSQL : SQLDialect.POSTGRES);
    }

    private static void assertState(Connection connection, String lockWait) throws SQLException {
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(rows(connection, lockWait).get(0).get(0)).isIn("77", "77s");
    }

    private HikariConfig pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        return config;
    }
}
