package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.ExtractionProgress;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.FetchOptions.MixedReleases;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.schema.Tables;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.HeldRequest;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.MySqlServer;
import io.github.onet4j.testing.PostgresServer;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.WebServicesException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extracts, continues and refreshes, from a service that may fail or move at any time. */
@SuppressWarnings("NullAway.Init")
final class PipelineTest extends OnEachEngine {
    private static final String RATINGS =
            "select onetsoc_code, domain, element_id, scale_id, data_value, n, standard_error,"
                    + " lower_ci_bound, upper_ci_bound, recommend_suppress, not_relevant, date_updated, domain_source"
                    + " from onet_rating where domain <> 'WORK_STYLES'";
    private static final String ORDER = " order by onetsoc_code, domain, element_id, scale_id";

    /** The one importance without a level, which the service's own release has too. */
    private static final String WHOLE = " and not (onetsoc_code = '15-2051.02' and element_id = '2.B.3.e')";

    private static final MiniRelease BARE = MiniRelease.text()
            .withoutFile("Knowledge.txt")
            .withoutFile("Abilities.txt")
            .withoutFile("Work Activities.txt");
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    /** Three pages of knowledge. */
    private static final MiniRelease LARGE = withKnowledge(MiniRelease.text(), 300);

    private static final MiniRelease LARGE_WITHOUT = LARGE.withoutFile("Knowledge.txt");
    private static final Extraction KNOWLEDGE = Extraction.EVERYTHING.domains(Domain.KNOWLEDGE);

    private final List<PipelineRun> runs = new CopyOnWriteArrayList<>();
    private WebServicesStub stub;

    @BeforeEach
    void startService() {
        stub = WebServicesStub.v2(MiniRelease.text(), "a-key");
    }

    @AfterEach
    void stopService() {
        stub.close();
    }

    @Test
    void extractsAllThatTheReleaseLacks() {
        Onet onet = with(BARE);
        List<?> skills = rows("select * from onet_rating where domain = 'SKILLS'" + ORDER);

        PipelineRun run = onet.pipeline().extract(Extraction.EVERYTHING);

        List<List<String>> fetched = ratings(RATINGS + WHOLE + ORDER);
        assertThat(rows("select * from onet_rating where domain = 'SKILLS'" + ORDER))
                .isEqualTo(skills);
        assertThat(run.kind()).isEqualTo(PipelineRun.Kind.EXTRACTION);
        assertThat(run.pagesLanded())
                .as("occupations, two tables of skills, knowledge, abilities, work activities")
                .isEqualTo(6);
        assertThat(run.rows().added()).isEqualTo(16 + 6 + 6);
        assertThat(run.rows().unchanged()).isEqualTo(8 + 52);
        assertThat(run.rows().refused()).as("the importance without a level").isEqualTo(1);
        assertThat(runs).containsExactly(run);
        assertThat(onet.catalog().domains()).contains(Domain.KNOWLEDGE, Domain.ABILITIES, Domain.WORK_ACTIVITIES);
        onet.load(open(MiniRelease.text()));
        onet.prune(0);
        assertThat(ratings(RATINGS + WHOLE + ORDER)).isEqualTo(fetched);
    }

    @Test
    void asksTheOlderGenerationAlike() {
        try (WebServicesStub older = WebServicesStub.v1_9(MiniRelease.singleSkillsText(), "me", "secret")) {
            onetWith(MiniRelease.singleSkillsText().withoutFile("Knowledge.txt"));
            Onet onet = Onet.create(dataSource)
                    .webServices(OnetWebServices.v1_9("me", "secret")
                            .baseAddress(older.address())
                            .minimumInterval(Duration.ZERO)
                            .build())
                    .build();

            assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(16);
            assertThat(value("select distinct generation from onet_web_fetch")).isEqualTo("1.9");
        }
    }

    @Test
    void asksNothingTwice() {
        Onet onet = with(BARE);
        onet.pipeline().extract(Extraction.EVERYTHING);
        List<?> before = rows("select * from onet_rating" + ORDER);
        String revision = value("select revision from onet_release");
        int asked = stub.requests("rows/").size();
        List<ExtractionProgress> progress = new ArrayList<>();

        PipelineRun again = onet.pipeline().extract(Extraction.EVERYTHING.progress(progress::add));

        assertThat(stub.requests("rows/")).hasSize(asked);
        assertThat(again.pagesLanded()).isZero();
        assertThat(again.rows()).isEqualTo(ImportReport.NOTHING);
        assertThat(progress)
                .hasSize(6)
                .last()
                .isEqualTo(new ExtractionProgress(6, 6, 0, ReleaseTable.WORK_ACTIVITIES, null));
        assertThat(rows("select * from onet_rating" + ORDER)).isEqualTo(before);
        assertThat(value("select revision from onet_release")).isEqualTo(revision);
    }

    @Test
    void extractsGivenCodesByAQuestionEach() {
        Onet onet = with(BARE);
        List<ExtractionProgress> progress = new ArrayList<>();

        PipelineRun run = onet.pipeline()
                .extract(KNOWLEDGE.codes(List.of(PROGRAMMERS, DEVELOPERS)).progress(progress::add));

        assertThat(run.rows().added())
                .as("of one; the other has no knowledge rated")
                .isEqualTo(4);
        assertThat(stub.requests("rows/"))
                .hasSize(4)
                .allSatisfy(
                        request -> assertThat(request.address().toString()).contains("filter=onetsoc_code.eq.15-125"));
        assertThat(progress)
                .containsExactly(
                        new ExtractionProgress(1, 4, 1, ReleaseTable.OCCUPATION_DATA, PROGRAMMERS),
                        new ExtractionProgress(2, 4, 2, ReleaseTable.OCCUPATION_DATA, DEVELOPERS),
                        new ExtractionProgress(3, 4, 3, ReleaseTable.KNOWLEDGE, PROGRAMMERS),
                        new ExtractionProgress(4, 4, 4, ReleaseTable.KNOWLEDGE, DEVELOPERS));
        assertThat(rows("select distinct onetsoc_code from onet_rating where domain = 'KNOWLEDGE'"))
                .hasToString("[[15-1251.00]]");
    }

    @Test
    void goesOnBehindThePagesThatLandedWhenItBrokeOff() {
        stub.release(LARGE);
        Onet onet = with(LARGE_WITHOUT);
        stub.on("start=4001").status(503);

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE))
                .isInstanceOfSatisfying(
                        WebServicesException.class,
                        e -> assertThat(e.reason()).isEqualTo(WebServicesException.Reason.SERVICE_FAILED));
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.failure()).containsInstanceOf(WebServicesException.class);
            assertThat(run.pagesLanded()).isEqualTo(3);
            assertThat(run.rows().fetches()).as("the occupations").isEqualTo(1);
        });
        assertThat(fetchedRatings()).isZero();
        List<ExtractionProgress> progress = new ArrayList<>();

        PipelineRun second = onet.pipeline().extract(KNOWLEDGE.progress(progress::add));

        assertThat(second.pagesLanded()).isEqualTo(1);
        assertThat(stub.requests("rows/knowledge"))
                .extracting(request -> request.address().getQuery().replaceAll("&.*", ""))
                .containsExactly("start=1", "start=2001", "start=4001", "start=4001");
        assertThat(progress)
                .containsExactly(
                        new ExtractionProgress(1, 2, 0, ReleaseTable.OCCUPATION_DATA, null),
                        new ExtractionProgress(2, 2, 1, ReleaseTable.KNOWLEDGE, null));
        assertThat(second.rows().added()).isEqualTo(4816);
        assertThat(fetchedRatings()).isEqualTo(4816);
    }

    @Test
    void twoRunsThatGoOnWithTheSameFetchLandEachPageOnce() {
        stub.release(LARGE);
        Onet onet = with(LARGE_WITHOUT);
        stub.on("start=4001").status(503);
        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE)).isInstanceOf(WebServicesException.class);
        HeldRequest both = stub.on("start=4001").times(2).held();

        // The common pool may have one thread only.
        Executor aThreadEach = task -> new Thread(task).start();
        CompletableFuture<PipelineRun> one =
                CompletableFuture.supplyAsync(() -> onet.pipeline().extract(KNOWLEDGE), aThreadEach);
        CompletableFuture<PipelineRun> other = CompletableFuture.supplyAsync(
                () -> onet(dataSource, FetchOptions.DEFAULTS).pipeline().extract(KNOWLEDGE), aThreadEach);
        both.awaitArrival();
        both.letGo();

        assertThat(one.join().rows().added() + other.join().rows().added()).isEqualTo(4816);
        assertThat(fetchedRatings()).isEqualTo(4816);
        assertThat(rows("select first_row from onet_web_response where last_row > 8 order by first_row"))
                .hasToString("[[1], [2001], [4001]]");
    }

    @Test
    void whatLandedBeforeTheServiceFailedIsNormalized() {
        Onet onet = with(BARE);
        stub.on("rows/knowledge").always().status(503);

        assertThatThrownBy(() ->
                        onet.pipeline().extract(Extraction.EVERYTHING.domains(Domain.ABILITIES, Domain.KNOWLEDGE)))
                .isInstanceOf(WebServicesException.class);
        assertThat(fetchedRatings()).isZero();

        stub.recover();
        stub.on("rows/abilities").always().status(503);
        assertThatThrownBy(() ->
                        onet.pipeline().extract(Extraction.EVERYTHING.domains(Domain.ABILITIES, Domain.KNOWLEDGE)))
                .isInstanceOf(WebServicesException.class);
        assertThat(fetchedRatings()).isEqualTo(16);
    }

    @Test
    void aCrashBetweenLandingAndNormalizingLosesNothing() {
        assumeTrue(server().canBeKilled(), "a server named by a system property is not killed");
        try (DatabaseServer own = isMySql() ? MySqlServer.start() : PostgresServer.start();
                DatabaseServer.Database crashed = own.newDatabase()) {
            Onet onet =
                    Onet.create(crashed.dataSource()).webServices(client(stub)).build();
            onet.schema().createOrUpgrade();
            onet.load(open(BARE));

            assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE.progress(progress -> {
                        if (progress.fetchesDone() == progress.fetchesTotal()) {
                            own.kill();
                        }
                    })))
                    .isInstanceOf(OnetDatabaseException.class);
            own.restart();
            int asked = stub.requests().size();

            assertThat(onet.dsl().fetchCount(Tables.ONET_RATING, Tables.ONET_RATING.WEB_FETCH_ID.isNotNull()))
                    .isZero();
            assertThat(onet.pipeline().normalize().rows().added()).isEqualTo(16);
            assertThat(stub.requests()).hasSize(asked);
        }
    }

    @Test
    void aProgressListenerThatThrowsEndsTheExtractionAndWhatLandedStays() {
        Onet onet = with(BARE);

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE.progress(progress -> {
                    if (progress.fetchesDone() == 2) {
                        throw new IllegalStateException("enough");
                    }
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");

        assertThat(fetchedRatings()).isZero();
        assertThat(onet.pipeline().normalize().rows().added()).isEqualTo(16);
    }

    @Test
    void rowsOfAnotherReleaseAreRefusedBeforeAnyIsAskedFor() {
        stub.release(MiniRelease.text().version("31.1", "November 2026"));
        Onet onet = with(BARE);

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE))
                .isInstanceOfSatisfying(MixedReleaseException.class, e -> {
                    assertThat(e.activeVersion()).isEqualTo("31.0");
                    assertThat(e.serviceVersion()).contains("31.1");
                });
        assertThat(stub.requests()).hasSize(1);
        assertThat(count("onet_web_fetch")).isZero();
        assertThat(runs)
                .singleElement()
                .satisfies(run -> assertThat(run.failure()).isPresent());
    }

    @Test
    void rowsOfAnotherReleaseAreMarkedWithItsVersionWhereTheHostAllowsThem() {
        stub.release(MiniRelease.text().version("31.1", "November 2026"));
        Onet onet = with(BARE, MixedReleases.ALLOW);

        assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(16);
        assertThat(rows("select distinct f.service_version, f.release_id from onet_rating r"
                        + " join onet_web_fetch f on f.fetch_id = r.web_fetch_id"))
                .hasToString("[[31.1, " + onet.requireRelease("31.0").id() + "]]");
    }

    @Test
    void pagesOfTwoVersionsNeverMakeAFetch() {
        stub.release(LARGE);
        Onet onet = with(LARGE_WITHOUT);
        stub.on("start=4001").meanwhile(() -> stub.release(LARGE.version("31.1", "November 2026")));

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE))
                .isInstanceOfSatisfying(
                        MixedReleaseException.class,
                        e -> assertThat(e.serviceVersion()).contains("31.1"));

        assertThat(fetchedRatings()).isZero();
        assertThat(rows("select table_id from onet_web_fetch where table_id = 'knowledge'"))
                .isEmpty();
        stub.release(LARGE);
        assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(4816);
    }

    @Test
    void answersOnOnePageEachAreOfOneVersionToo() {
        Onet onet = with(BARE);
        stub.on("rows/knowledge")
                .meanwhile(() -> stub.release(MiniRelease.text().version("31.1", "November 2026")));

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE.codes(List.of(PROGRAMMERS))))
                .isInstanceOf(MixedReleaseException.class);

        assertThat(fetchedRatings()).isZero();
        assertThat(count("onet_web_fetch")).isZero();
        assertThat(count("onet_web_response")).isZero();
    }

    @Test
    void anAnswerThatNothingConfirmsIsNotImported() {
        MiniRelease next = MiniRelease.text().version("31.1", "November 2026");
        Onet onet = with(BARE);
        stub.on("rows/occupation_data").meanwhile(() -> stub.release(next));
        stub.on("rows/knowledge").status(503);

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE.codes(List.of(PROGRAMMERS))))
                .isInstanceOfSatisfying(
                        WebServicesException.class,
                        e -> assertThat(e.reason()).isEqualTo(WebServicesException.Reason.SERVICE_FAILED));
        onet.pipeline().normalize();

        assertThat(count("onet_web_fetch where completed_at_utc is not null")).isZero();
    }

    @Test
    void aLandedAnswerIsConfirmedByTheNextRunWithoutAskingAgain() {
        Onet onet = with(BARE);
        stub.on("rows/knowledge").status(503);
        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE.codes(List.of(PROGRAMMERS))))
                .isInstanceOf(WebServicesException.class);

        PipelineRun second = onet.pipeline().extract(KNOWLEDGE.codes(List.of(PROGRAMMERS)));

        assertThat(second.pagesLanded()).isEqualTo(1);
        assertThat(second.rows().fetches()).isEqualTo(2);
        assertThat(stub.requests("rows/occupation_data")).hasSize(1);
    }

    @Test
    void aServiceThatMovesIsAskedAgainWhereBothVersionsAreAllowed() {
        stub.release(LARGE);
        Onet onet = with(LARGE_WITHOUT, MixedReleases.ALLOW);
        stub.on("start=4001").meanwhile(() -> stub.release(LARGE.version("31.1", "November 2026")));

        assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(4816);

        assertThat(rows("select distinct service_version from onet_web_fetch where table_id = 'knowledge'"))
                .hasToString("[[31.1]]");
        assertThat(stub.requests("rows/knowledge")).hasSize(6);
    }

    @Test
    void tablesThatMoveAreLookedForOnce() {
        stub.release(MiniRelease.singleSkillsText().version("30.2", "February 2026"));
        Onet onet = with(MiniRelease.text().version("30.2", "February 2026"), MixedReleases.ALLOW);
        stub.on("rows/skills").meanwhile(() -> stub.release(MiniRelease.text().version("30.3", "May 2026")));

        PipelineRun run = onet.pipeline().extract(Extraction.EVERYTHING.domains(Domain.SKILLS));

        assertThat(run.failure()).isEmpty();
        assertThat(stub.requests("rows/essential_skills")).hasSize(1);
        assertThat(stub.requests("rows/transferable_skills")).hasSize(1);
        assertThat(run.rows().unchanged()).isEqualTo(8 + 8 + 52);
        assertThat(rows("select table_id, service_version from onet_web_fetch order by fetch_id"))
                .as("the first had the same version before and after")
                .hasToString("[[occupation_data, 30.2], [occupation_data, 30.3], [essential_skills, 30.3],"
                        + " [transferable_skills, 30.3]]");
    }

    @Test
    void aTableThatTheServiceLacksIsNamed() {
        stub.release(BARE);
        Onet onet = with(BARE);

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE))
                .isInstanceOfSatisfying(
                        WebServicesException.class,
                        e -> assertThat(e.reason()).isEqualTo(WebServicesException.Reason.TABLE_NOT_AVAILABLE))
                .hasMessageContaining("knowledge");
        assertThat(onet.pipeline().extract(Extraction.EVERYTHING).pagesLanded())
                .as("of those that it has")
                .isEqualTo(3);
    }

    @Test
    void refreshAsksAgainWhatIsTooOldAndReplacesWhatChanged() {
        Onet onet = with(BARE);
        onet.pipeline().extract(KNOWLEDGE);
        int asked = stub.requests().size();
        assertThat(onet.pipeline().refresh(Duration.ofDays(1)).pagesLanded()).isZero();
        assertThat(stub.requests()).as("nothing was too old").hasSize(asked);
        execute("update onet_web_fetch set completed_at_utc = '2026-01-01 00:00:00' where table_id = 'knowledge'");
        stub.release(MiniRelease.text().withCell("Knowledge.txt", 2, "Data Value", "4.9"));

        PipelineRun run = onet.pipeline().refresh(Duration.ofDays(1));

        assertThat(run.kind()).isEqualTo(PipelineRun.Kind.REFRESH);
        assertThat(run.pagesLanded()).isEqualTo(1);
        assertThat(run.rows()).isEqualTo(new ImportReport(1, 0, 1, 15, 0, List.of()));
        assertThat(value("select data_value from onet_rating where onetsoc_code = '11-1011.00'"
                        + " and element_id = '2.C.1.a' and scale_id = 'IM'"))
                .isEqualTo("4.9000");
        assertThat(value("select revision from onet_release")).isEqualTo("2");
        assertThat(onet.pipeline().refresh(Duration.ofDays(1)).pagesLanded()).isZero();
        assertThat(onet.pipeline().refresh(Duration.ZERO).pagesLanded()).isEqualTo(2);
        assertThat(value("select revision from onet_release")).isEqualTo("2");
    }

    @Test
    void refreshFollowsTablesThatMoved() {
        stub.release(MiniRelease.singleSkillsText());
        Onet onet = with(BARE, MixedReleases.ALLOW);
        onet.pipeline().extract(Extraction.EVERYTHING.domains(Domain.SKILLS).codes(List.of(PROGRAMMERS)));
        stub.release(MiniRelease.text());

        PipelineRun run = onet.pipeline().refresh(Duration.ZERO);

        assertThat(run.pagesLanded()).isEqualTo(3);
        assertThat(stub.requests("rows/essential_skills")).hasSize(1);
    }

    @Test
    void aListenerThatThrowsHarmsNothing() {
        onetWith(BARE);
        Onet onet = Onet.create(dataSource)
                .webServices(client(stub))
                .listener(new FetchListener(run -> {
                    throw new IllegalStateException("the host's mistake");
                }))
                .build();

        assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(16);
        assertThat(fetchedRatings()).isEqualTo(16);
    }

    @Test
    void noConnectionIsHeldWhileTheServiceIsAsked() {
        onetWith(LARGE_WITHOUT);
        stub.release(LARGE);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        List<Integer> active = new ArrayList<>();
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet onet = Onet.create(pool).webServices(client(stub)).build();
            stub.on("")
                    .always()
                    .meanwhile(() -> active.add(pool.getHikariPoolMXBean().getActiveConnections()));

            assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(4816);
        }
        assertThat(active).isNotEmpty().containsOnly(0);
    }

    @Test
    void isPartOfATransactionOfTheHosts() throws SQLException {
        onetWith(BARE);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Onet onet = Onet.create(HostDataSource.of(connection))
                    .webServices(client(stub))
                    .build();
            assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(16);
            assertThat(count("onet_web_fetch")).isZero();
            connection.rollback();
            assertThat(count("onet_web_fetch")).isZero();

            assertThat(onet.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(16);
            connection.commit();
        }
        assertThat(fetchedRatings()).isEqualTo(16);
    }

    @Test
    void saysSoWhereNobodyCommits() {
        stub.release(LARGE);
        onetWith(LARGE_WITHOUT);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet uncommitted = Onet.create(pool).webServices(client(stub)).build();
            assertThatThrownBy(() -> uncommitted.pipeline().extract(KNOWLEDGE))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageContaining("transactionMode(TransactionMode.ALWAYS)");

            Onet committed = Onet.create(pool)
                    .webServices(client(stub))
                    .transactionMode(TransactionMode.ALWAYS)
                    .build();
            assertThat(committed.pipeline().extract(KNOWLEDGE).rows().added()).isEqualTo(4816);
        }
        assertThat(fetchedRatings()).isEqualTo(4816);
    }

    @Test
    void aReleaseThatIsPrunedMeanwhileEndsTheRun() {
        stub.release(LARGE);
        Onet onet = with(LARGE_WITHOUT);
        stub.on("start=4001").meanwhile(() -> {
            onet().load(open(MiniRelease.text()));
            onet().prune(0);
        });

        assertThatThrownBy(() -> onet.pipeline().extract(KNOWLEDGE))
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessageContaining("is no longer loaded");
        assertThat(count("onet_web_fetch")).isZero();
        assertThat(count("onet_web_response")).isZero();
    }

    @Test
    void needsAClientAndAnActiveRelease() {
        Onet bare = onetWithTables();
        assertThatThrownBy(bare::pipeline)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Onet.create(…).webServices(…)");
        Onet onet = Onet.create(dataSource).webServices(client(stub)).build();
        assertThatThrownBy(() -> onet.pipeline().normalize())
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessageContaining("no O*NET release is active");
        assertThatThrownBy(() -> onet.pipeline().refresh(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onet.pipeline().schedule(Duration.ZERO, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Onet with(MiniRelease release) {
        return with(release, MixedReleases.REFUSE);
    }

    private Onet with(MiniRelease release, MixedReleases mixed) {
        onetWith(release);
        return onet(dataSource, FetchOptions.DEFAULTS.mixedReleases(mixed));
    }

    private Onet onet(DataSource source, FetchOptions options) {
        return Onet.create(source)
                .webServices(client(stub), options)
                .listener(new FetchListener(runs::add))
                .build();
    }

    static OnetWebServices client(WebServicesStub stub) {
        URI address = stub.address();
        return OnetWebServices.v2("a-key")
                .baseAddress(address)
                .minimumInterval(Duration.ZERO)
                .retries(0)
                .build();
    }

    private long fetchedRatings() {
        return Long.parseLong(value("select count(*) from onet_rating where web_fetch_id is not null"));
    }

    @SuppressWarnings("unchecked")
    private List<List<String>> ratings(String query) {
        return (List<List<String>>) (List<?>) rows(query);
    }

    /** A release with so many more elements of knowledge, and their ratings for each of its eight occupations. */
    private static MiniRelease withKnowledge(MiniRelease release, int elements) {
        MiniRelease larger = release;
        List<String> codes = Objects.requireNonNull(release.tables().get("Occupation Data")).stream()
                .skip(1)
                .map(row -> row.get(0))
                .toList();
        for (int i = 0; i < elements; i++) {
            String element = "2.C.99." + i;
            larger = larger.withRow("Content Model Reference.txt", element, "Knowledge " + i, "");
            for (String code : codes) {
                for (String scale : List.of("IM", "LV")) {
                    larger = larger.withRow(
                            "Knowledge.txt",
                            code,
                            element,
                            "Knowledge " + i,
                            scale,
                            "3." + i % 10,
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "08/2025",
                            "Analyst");
                }
            }
        }
        return larger;
    }
}
