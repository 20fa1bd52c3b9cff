package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are fetched inside a transaction of the host are part of it. */
final class OnDemandTransactionTest extends WithWebServices {
    @Test
    void isSeenByTheTransactionAndGoneAfterItsRollback() {
        IllegalStateException undo = new IllegalStateException("the host rolls back");
        long before = countAll();

        assertThatThrownBy(() -> host().transaction(transaction -> {
                    Onet inTransaction = node(transaction.dsl());
                    assertThat(skills(inTransaction, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
                    assertThat(inTransaction.catalog().findOccupation(DESIGNERS))
                            .isPresent();
                    assertThat(inTransaction.catalog().findOccupation(NOBODY)).isEmpty();
                    throw undo;
                }))
                .isSameAs(undo);

        assertThat(countAll()).isEqualTo(before);
        assertThat(onet().catalog().findOccupation(DESIGNERS)).isEmpty();
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void isThereForAllAfterItsCommit() {
        host().transaction(transaction -> {
            Onet inTransaction = node(transaction.dsl());
            skills(inTransaction, DEVELOPERS);
            inTransaction.catalog().findOccupation(DESIGNERS);
        });

        assertThat(skills(onet(), DEVELOPERS).elements()).hasSize(2);
        assertThat(onet().catalog().findOccupation(DESIGNERS)).isPresent();
    }

    @Test
    void leavesTheHostsOtherWorkAloneWhereTheServiceFails() {
        execute("create table host_work (id integer)");
        stub.on("rows/transferable_skills").status(503);
        long before = countAll();

        host().transaction(transaction -> {
            transaction.dsl().execute("insert into host_work values (1)");
            assertThat(skills(node(transaction.dsl()), DEVELOPERS).fetchOutcome())
                    .isEqualTo(FetchOutcome.UNREACHABLE);
            transaction.dsl().execute("insert into host_work values (2)");
        });

        assertThat(rows("select id from host_work order by id")).hasToString("[[1], [2]]");
        assertThat(countAll() - count("onet_web_lookup")).isEqualTo(before);
    }

    @Test
    void saysSoWhereThePoolRollsItBack() {
        HikariConfig config = pool(2);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatThrownBy(() -> skills(node(pool, options), DEVELOPERS))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageStartingWith("skills of 15-1252.00: fetched, and not there")
                    .hasMessageContaining("transactionMode(TransactionMode.ALWAYS)");
            assertThatThrownBy(() -> node(pool, options).catalog().findOccupation(DESIGNERS))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageContaining("occupation 15-1255.00")
                    .hasMessageContaining("transactionMode(TransactionMode.ALWAYS)");
            assertThat(count("onet_web_fetch")).isZero();

            Onet committing = Onet.create(pool)
                    .transactionMode(TransactionMode.ALWAYS)
                    .webServices(services(), options)
                    .listener(listener)
                    .build();
            assertThat(skills(committing, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            assertThat(committing.catalog().findOccupation(DESIGNERS)).isPresent();
        }
        assertThat(skills(onet(), DEVELOPERS).elements()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhatToDoInAReadOnlyTransaction(boolean askedBefore) throws SQLException {
        if (askedBefore) {
            Onet forgetful = node(options.missMemory(Duration.ZERO));
            stub.release(MiniRelease.text());
            skills(forgetful, DEVELOPERS);
            stub.release(RICHER);
        }
        FetchOptions forgetting = options.missMemory(Duration.ZERO);
        try (Connection connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> skills(node(HostDataSource.of(connection), forgetting), DEVELOPERS))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageEndingWith("and the first question for data to fetch, needs one that is not");
            connection.rollback();
        }
        try (Connection connection = dataSource.getConnection()) {
            execute(
                    connection,
                    isMySql()
                            ? "set session transaction read only"
                            : "set session characteristics as transaction read only");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> skills(node(HostDataSource.of(connection), forgetting), DEVELOPERS))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageEndingWith("and the first question for data to fetch, needs one that is not");
            connection.rollback();
        }
        assertThat(skills(node(forgetting), DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void answersWhatIsKnownInAReadOnlyTransaction() throws SQLException {
        skills(onet, DEVELOPERS);
        skills(onet, SCIENTISTS);
        try (Connection connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Onet reading = node(HostDataSource.of(connection), options);
            assertThat(skills(reading, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
            assertThat(skills(reading, SCIENTISTS).fetchOutcome()).isEqualTo(FetchOutcome.NO_RATINGS);
            connection.rollback();
        }
    }

    @Test
    void isContentWithOneConnection() {
        HikariConfig config = pool(1);
        config.setConnectionTimeout(5000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet one = node(pool, options);
            assertThat(skills(one, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            assertThat(one.catalog().findOccupation(DESIGNERS)).isPresent();
            assertThat(one.catalog().findOccupation(NOBODY)).isEmpty();
            stub.stop();
            assertThat(one.skillGapAnalyzer()
                            .analyze(
                                    "15-1252.00",
                                    "15-1211.00",
                                    GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE).unrated(UnratedPolicy.ESTIMATE))
                            .from()
                            .estimatedFrom())
                    .hasSize(3);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void isWaitedForNoLongerThanTheLockTimeout() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            skills(node(HostDataSource.of(connection), options), DEVELOPERS);
            Onet impatient = Onet.create(dataSource)
                    .lockTimeout(Duration.ofSeconds(1))
                    .webServices(services(), options)
                    .listener(listener)
                    .build();

            assertThatThrownBy(() -> skills(impatient, DEVELOPERS))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("asking O*NET Web Services for skills of 15-1252.00");
            connection.rollback();
            assertThat(skills(impatient, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
        }
    }

    /** As MySQL isolates by default: what others commit meanwhile is not seen. */
    @Test
    void saysSoWhereItsIsolationHidesWhatAnotherFetched() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Onet inTransaction = node(HostDataSource.of(connection), options);
            assertThat(inTransaction.catalog().occupations()).hasSize(8);
            assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);

            assertThatThrownBy(() -> skills(inTransaction, DEVELOPERS))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageContaining("retry in a new");
            connection.rollback();
            assertThat(skills(inTransaction, DEVELOPERS).elements()).hasSize(2);
            connection.rollback();
        }
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
    }

    @Test
    void givesAConnectionBackAsItCame() throws SQLException {
        String lockWait = isMySql() ? "select @@session.innodb_lock_wait_timeout" : "show lock_timeout";
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            execute(connection, isMySql() ? "set innodb_lock_wait_timeout = 77" : "set lock_timeout = '77s'");
            Onet kept = node(HostDataSource.of(connection), options.failureMemory(Duration.ZERO));
            stub.on("about").status(500);
            assertThat(skills(kept, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNREACHABLE);
            stub.on("rows/transferable_skills").rowMissing();
            assertThat(skills(kept, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
            assertThat(skills(kept, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(rows(connection, lockWait).get(0).get(0)).isIn("77", "77s");
        }
    }

    private Onet node(DSLContext dsl) {
        return Onet.create(dsl)
                .webServices(services(), options)
                .listener(listener)
                .build();
    }

    private DSLContext host() {
        return DSL.using(dataSource, isMySql() ? SQLDialect.MYSQL : SQLDialect.POSTGRES);
    }

    private HikariConfig pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        return config;
    }
}
