package io.github.onet4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What onet4j does in a transaction of Spring is part of it, over a pool of one connection. */
final class SpringTransactionTest extends OnEachEngine {
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");
    private static final String KEY = "key-of-no-project-4711";

    @Test
    void undoesALoadWithARollback() {
        hostWithTables().run(host -> {
            Onet onet = host.getBean(Onet.class);

            rollingBack(host, () -> {
                LoadReport report = onet.load(release());
                assertThat(report.committed()).isFalse();
                assertThat(report.path()).contains(isMySql() ? LoadPath.LOAD_DATA_LOCAL : LoadPath.COPY);
                assertThat(onet.catalog().occupations()).hasSize(8);
                assertThat(count("onet_release")).as("seen by others").isZero();
            });

            assertThat(onet.releases()).isEmpty();
            assertThat(count("onet_rating")).isZero();
        });
    }

    @Test
    void commitsALoadTogetherWithTheHostsOwnWork() {
        hostWithTables().run(host -> {
            Onet onet = host.getBean(Onet.class);
            JdbcTemplate jdbc = host.getBean(JdbcTemplate.class);
            jdbc.execute("create table host_work (release_id integer)");

            transaction(host).executeWithoutResult(status -> {
                StoredRelease release = onet.load(release()).release();
                jdbc.update("insert into host_work values (?)", release.id());
            });

            assertThat(onet.catalog().release().version()).isEqualTo("31.0");
            assertThat(count("host_work join onet_release using (release_id)")).isEqualTo(1);
        });
    }

    @Test
    void leavesTheHostsOtherWorkAloneWhenALoadFails() {
        hostWithTables().run(host -> {
            Onet onet = host.getBean(Onet.class);
            JdbcTemplate jdbc = host.getBean(JdbcTemplate.class);
            jdbc.execute("create table host_work (id integer)");

            transaction(host).executeWithoutResult(status -> {
                jdbc.update("insert into host_work values (1)");
                assertThatThrownBy(() -> onet.load(spoilt())).hasMessageContaining("1 row of the release is unusable");
                jdbc.update("insert into host_work values (2)");
            });

            assertThat(count("host_work")).isEqualTo(2);
            assertThat(count("onet_release")).isZero();
        });
    }

    @Test
    void undoesActivationAndPruningWithARollback() {
        hostWithRelease().run(host -> {
            Onet onet = host.getBean(Onet.class);
            StoredRelease newer = onet.releases().get(0);
            StoredRelease older = onet.load(older()).release();

            rollingBack(host, () -> {
                onet.activate(newer);
                assertThat(onet.prune(0)).extracting(StoredRelease::id).containsExactly(older.id());
                assertThat(onet.catalog().release().version()).isEqualTo("31.0");
            });

            assertThat(onet.releases()).hasSize(2);
            assertThat(onet.catalog().release().version()).isEqualTo("29.3");
        });
    }

    @Test
    void createsTheSchemaWithinATransactionWhereTheEngineCan() {
        host().withPropertyValues("onet4j.schema=none").run(host -> {
            Onet onet = host.getBean(Onet.class);

            rollingBack(host, () -> {
                if (isMySql()) {
                    assertThatThrownBy(onet.schema()::createOrUpgrade)
                            .isInstanceOf(OnetDatabaseException.class)
                            .hasMessageContaining("this database commits at every DDL statement");
                } else {
                    onet.schema().createOrUpgrade();
                    onet.schema().verify();
                }
            });

            assertThat(onet.schema().differences()).isNotEmpty();
            onet.schema().createOrUpgrade();
            onet.schema().verify();
        });
    }

    @Test
    void fetchesWithinATransactionAndAgainAfterItsRollback() {
        try (WebServicesStub stub = WebServicesStub.v2(richer(), KEY)) {
            withServices(stub).run(host -> {
                Onet onet = host.getBean(Onet.class);

                rollingBack(host, () -> {
                    assertThat(fetchOutcome(onet)).isEqualTo(FetchOutcome.FETCHED);
                    assertThat(fetchOutcome(onet)).isEqualTo(FetchOutcome.NOT_NEEDED);
                });
                assertThat(count("onet_web_fetch")).isZero();

                transaction(host)
                        .executeWithoutResult(
                                status -> assertThat(fetchOutcome(onet)).isEqualTo(FetchOutcome.FETCHED));
                assertThat(fetchOutcome(onet)).isEqualTo(FetchOutcome.NOT_NEEDED);
                assertThat(count("onet_web_fetch")).isEqualTo(2);
            });
        }
    }

    @Test
    void keepsInATransactionOfItsOwnWhatWasFetchedOutsideOfOne() {
        try (WebServicesStub stub = WebServicesStub.v2(richer(), KEY)) {
            withServices(stub).run(host -> {
                assertThat(fetchOutcome(host.getBean(Onet.class))).isEqualTo(FetchOutcome.FETCHED);
                assertThat(count("onet_web_fetch")).isEqualTo(2);
            });
        }
    }

    @Test
    void readsInAReadOnlyTransactionAndSaysWhyItCannotWrite() {
        try (WebServicesStub stub = WebServicesStub.v2(richer(), KEY)) {
            withServices(stub).run(host -> {
                Onet onet = host.getBean(Onet.class);
                TransactionTemplate readOnly = transaction(host);
                readOnly.setReadOnly(true);

                readOnly.executeWithoutResult(status -> {
                    assertThat(host.getBean(SkillGapAnalyzer.class)
                                    .analyze("15-1251.00", "15-1211.00")
                                    .readiness())
                            .isPresent();
                    assertThat(onet.schema().differences()).isEmpty();
                });
                readOnly.executeWithoutResult(status -> assertThatThrownBy(() -> onet.load(older()))
                        .isInstanceOf(OnetDatabaseException.class)
                        .hasMessageContaining("read-only"));
                readOnly.executeWithoutResult(status -> assertThatThrownBy(() -> fetchOutcome(onet))
                        .isInstanceOf(OnetDatabaseException.class)
                        .hasMessageContaining("read-only"));

                assertThat(onet.releases()).hasSize(1);
                assertThat(stub.requests()).isEmpty();
            });
        }
    }

    @Test
    void estimatesWithinATransaction() {
        hostWithRelease()
                .run(host -> transaction(host)
                        .executeWithoutResult(status -> assertThat(host.getBean(SkillGapAnalyzer.class)
                                        .analyze(
                                                DEVELOPERS.value(),
                                                "15-1211.00",
                                                GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE))
                                        .from()
                                        .estimatedFrom())
                                .isNotEmpty()));
    }

    /** Otherwise each would wait for the other: one for the connection, one for what is made of the release. */
    @Test
    void doesNotWaitWithinATransactionForWhoWaitsForItsConnection() {
        hostWithRelease().run(host -> {
            Supplier<String> version = host.getBean(Onet.class)
                    .perRelease(catalog -> catalog.release().version());
            HikariDataSource pool = host.getBean(HikariDataSource.class);
            JdbcTemplate jdbc = host.getBean(JdbcTemplate.class);

            CompletableFuture<String> other = transaction(host).execute(status -> {
                jdbc.execute("select 1");
                CompletableFuture<String> waiting = CompletableFuture.supplyAsync(version);
                await().until(() -> threadsWaiting(pool) == 1);

                assertThat(version.get()).isEqualTo("31.0");
                return waiting;
            });

            assertThat(other).succeedsWithin(1, TimeUnit.MINUTES).isEqualTo("31.0");
        });
    }

    @Test
    void commitsOutsideOfTransactionsOverAPoolThatTurnsAutoCommitOff() {
        hostWithTables()
                .withPropertyValues("spring.datasource.hikari.auto-commit=false")
                .run(host -> {
                    Onet onet = host.getBean(Onet.class);

                    assertThat(onet.load(older()).committed()).isTrue();
                    assertThat(count("onet_release")).isEqualTo(1);

                    rollingBack(
                            host,
                            () -> assertThat(onet.load(release()).committed()).isFalse());
                    assertThat(count("onet_release")).isEqualTo(1);
                });
    }

    private ApplicationContextRunner withServices(WebServicesStub stub) {
        return hostWithRelease()
                .withPropertyValues(
                        "onet4j.web-services.api-key=" + KEY,
                        "onet4j.web-services.base-url=" + stub.address(),
                        "onet4j.web-services.retries=0");
    }

    private static FetchOutcome fetchOutcome(Onet onet) {
        return onet.catalog().profile(DEVELOPERS, Domain.SKILLS).fetchOutcome();
    }

    private static void rollingBack(ApplicationContext host, Runnable work) {
        transaction(host).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private static TransactionTemplate transaction(ApplicationContext host) {
        return new TransactionTemplate(host.getBean(PlatformTransactionManager.class));
    }

    /** In which Software Developers are rated. */
    private static MiniRelease richer() {
        return rated(rated(MiniRelease.text(), "IM", "4.00"), "LV", "4.50");
    }

    private static MiniRelease rated(MiniRelease release, String scale, String value) {
        String[] precision = {"8", "0.1600", "4.1000", "4.9000", "N", "N", "08/2025", "Analyst"};
        String[] row = {DEVELOPERS.value(), "2.A.1.a", "Reading Comprehension", scale, value};
        String[] cells = Stream.of(row, precision).flatMap(Arrays::stream).toArray(String[]::new);
        return release.withRow("Essential Skills.txt", cells);
    }
}
