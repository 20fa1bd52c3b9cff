package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.schema.Tables;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.MySqlServer;
import io.github.onet4j.testing.PostgresServer;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.WebServicesException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure of the service has its own outcome, and spoils no answer that the database can give. */
final class OnDemandFailureTest extends WithWebServices {
    private static final String LACKS_DESIGNERS = "O*NET 31.0 has no occupation 15-1255.00";
    private static final String LACKS_RATINGS =
            "Software Developers (15-1252.00) has no ratings of skills in O*NET 31.0. Rated alternatives: ";

    /** A failure of the service, and its outcome. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Trouble {
        KEY_UNKNOWN(
                FetchOutcome.CREDENTIALS_REFUSED,
                "refused the credentials (401)",
                stub -> stub.on("").always().status(401)),
        KEY_NOT_FOR_THIS(
                FetchOutcome.CREDENTIALS_REFUSED,
                "refused the credentials (403)",
                stub -> stub.on("").always().status(403)),
        NO_CONNECTION(FetchOutcome.UNREACHABLE, "can't be reached", WebServicesStub::stop),
        BROKEN_OFF(
                FetchOutcome.UNREACHABLE,
                "can't be reached",
                stub -> stub.on("rows/").always().cutBody()),
        TOO_MANY_REQUESTS(
                FetchOutcome.UNREACHABLE,
                "received too many requests (429)",
                stub -> stub.on("").always().status(429)),
        SERVER_ERROR(
                FetchOutcome.UNREACHABLE,
                "failed (503)",
                stub -> stub.on("rows/").always().status(503)),
        NO_JSON(
                FetchOutcome.UNUSABLE_ANSWER,
                "JSON",
                stub -> stub.on("rows/").always().notJson()),
        HALF_A_JSON(
                FetchOutcome.UNUSABLE_ANSWER,
                "JSON",
                stub -> stub.on("rows/").always().cutJson()),
        ROW_OF_ANOTHER(
                FetchOutcome.UNUSABLE_ANSWER,
                "53-3033.00",
                stub -> stub.on("rows/").always().rowOf("53-3033.00")),
        ROW_MISSING(
                FetchOutcome.UNUSABLE_ANSWER,
                "row",
                stub -> stub.on("rows/").always().rowMissing()),
        FILTERS_IGNORED(
                FetchOutcome.UNUSABLE_ANSWER,
                "does not match onetsoc_code.eq.",
                stub -> stub.on("rows/").always().filtersIgnored()),
        POINTED_ELSEWHERE(
                FetchOutcome.UNUSABLE_ANSWER,
                "redirect to another address (302)",
                stub -> stub.on("rows/").always().redirect(stub.address().resolve("elsewhere"))),
        QUESTION_REFUSED(
                FetchOutcome.UNUSABLE_ANSWER,
                "no such parameter",
                stub -> stub.on("rows/").always().error(422, "no such parameter"));

        final FetchOutcome answer;
        final String told;
        final Consumer<WebServicesStub> setUp;

        Trouble(FetchOutcome answer, String told, Consumer<WebServicesStub> setUp) {
            this.answer = answer;
            this.told = told;
            this.setUp = setUp;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsToldAsOneWhereAnOccupationIsMissing(Trouble trouble) {
        trouble.setUp.accept(stub);

        assertThatThrownBy(() -> onet.catalog().findOccupation(DESIGNERS))
                .isInstanceOf(WebServicesException.class)
                .hasMessageStartingWith(LACKS_DESIGNERS + ", and ")
                .hasMessageContaining(trouble.told)
                .hasMessageEndingWith(". " + trouble.answer.explanation().orElseThrow());
        assertThatThrownBy(() -> node().skillGapAnalyzer().analyze("15-1251.00", "15-1255.00"))
                .isInstanceOf(WebServicesException.class)
                .hasMessageStartingWith(LACKS_DESIGNERS);
        assertThat(runs)
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.failure().orElseThrow()).hasMessageContaining(trouble.told));
        assertThat(count("onet_web_fetch")).isZero();
        assertThat(count("onet_web_response")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aFailureLeavesAnUnratedOccupationUnrated(Trouble trouble) {
        trouble.setUp.accept(stub);

        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1251.00", "15-1252.00"))
                .isInstanceOfSatisfying(UnratedOccupationException.class, e -> {
                    assertThat(e.fetchOutcome()).isEqualTo(trouble.answer);
                    assertThat(e.ratedAlternatives()).isNotEmpty();
                })
                .hasMessageStartingWith(LACKS_RATINGS)
                .hasMessageEndingWith(". " + trouble.answer.explanation().orElseThrow());
        assertThat(trouble.answer.isFailure()).isTrue();
        assertThat(onet.skillGapAnalyzer()
                        .analyze("15-1252.00", "15-1251.00", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE))
                        .from()
                        .estimatedFrom())
                .as("all that are rated in full but the other side")
                .hasSize(4);
        assertThat(onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00").gaps())
                .isNotEmpty();
        assertThat(count("onet_web_fetch")).isZero();
    }

    @Test
    void aServiceThatIsToBeAskedButHasItNotIsNoFailure() {
        stub.release(MiniRelease.text());
        assertMissing(onet, FetchOutcome.NO_SUCH_OCCUPATION);
        assertUnrated(onet, FetchOutcome.NO_RATINGS);
    }

    @Test
    void aServiceOfAnotherVersionIsNoFailure() {
        stub.release(RICHER.version("32.0", "August 2027"));
        assertMissing(onet, FetchOutcome.MIXED_RELEASE);
        assertUnrated(onet, FetchOutcome.MIXED_RELEASE);
    }

    @Test
    void aDatabaseWithoutAClientSaysHowToConfigureOne() {
        assertMissing(onet(), FetchOutcome.NOT_CONFIGURED);
        assertUnrated(onet(), FetchOutcome.NOT_CONFIGURED);
        assertThat(FetchOutcome.NOT_CONFIGURED.explanation().orElseThrow()).contains("Onet.create(…).webServices(…)");
    }

    private static void assertMissing(Onet onet, FetchOutcome answer) {
        assertThat(onet.catalog().findOccupation(DESIGNERS)).isEmpty();
        assertThatThrownBy(() -> onet.catalog().requireOccupation(DESIGNERS))
                .isInstanceOfSatisfying(OccupationNotFoundException.class, e -> {
                    assertThat(e.fetchOutcome()).isEqualTo(answer);
                    assertThat(e.sameMinorGroup()).hasSize(3);
                })
                .hasMessageStartingWith(LACKS_DESIGNERS + "; in its group 15-12 there are ")
                .hasMessageEndingWith(". " + answer.explanation().orElseThrow());
    }

    private static void assertUnrated(Onet onet, FetchOutcome answer) {
        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1252.00", "15-1251.00"))
                .isInstanceOfSatisfying(
                        UnratedOccupationException.class,
                        e -> assertThat(e.fetchOutcome()).isEqualTo(answer))
                .hasMessageStartingWith(LACKS_RATINGS)
                .hasMessageEndingWith(". " + answer.explanation().orElseThrow());
    }

    @Test
    void theServiceIsLeftAloneForAWhileAfterAFailure() {
        stub.on("about").status(503);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNREACHABLE);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNREACHABLE);
        assertThatThrownBy(() -> onet.catalog().findOccupation(DESIGNERS))
                .hasMessageStartingWith(LACKS_DESIGNERS)
                .hasMessageContaining("failed (503)");
        assertThat(stub.requests()).hasSize(1);

        assertThat(skills(node(), DEVELOPERS).fetchOutcome())
                .as("another node has not failed")
                .isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void theServiceIsAskedAgainAtOnceWhereNoFailureIsToBeRemembered() {
        Onet forgetful = node(options.failureMemory(Duration.ZERO));
        stub.on("about").times(2).status(503);
        assertThat(skills(forgetful, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNREACHABLE);
        assertThat(skills(forgetful, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNREACHABLE);
        assertThat(skills(forgetful, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void aKnownMissIsAnsweredWhileTheServiceFailsAndDoesNotEndTheWait() {
        assertThat(onet.catalog().findOccupation(NOBODY)).isEmpty();
        stub.stop();
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNREACHABLE);
        assertThat(onet.catalog().findOccupation(NOBODY)).isEmpty();

        stub.start();
        int before = stub.requests().size();
        assertThat(skills(onet, DEVELOPERS).fetchOutcome())
                .as("the service is left alone for a minute")
                .isEqualTo(FetchOutcome.UNREACHABLE);
        assertThat(stub.requests()).hasSize(before);
    }

    @Test
    void anUnusableAnswerKeepsNoOtherCodeFromBeingFetched() {
        stub.on("15-1252.00").always().rowOf("53-3033.00");
        Onet other = node();
        for (Onet each : List.of(onet, onet, other)) {
            assertThat(skills(each, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
        }
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
        assertThat(skills(onet, DESIGNERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(skills(node(options.failureMemory(Duration.ZERO)), DEVELOPERS)
                        .fetchOutcome())
                .isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(2);

        stub.recover();
        assertThat(skills(node(options.failureMemory(Duration.ZERO)), DEVELOPERS)
                        .fetchOutcome())
                .isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void aTotalThatChangesBetweenPagesIsCaught() {
        MiniRelease large = RICHER;
        for (int i = 0; i < 1001; i++) {
            large = withRating(large, "Essential Skills.txt", DEVELOPERS, "9.Z." + i, "Skill " + i);
        }
        stub.release(large);
        stub.on("start=2001").total(1999);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
        assertThat(count("onet_web_fetch")).isZero();
        assertThat(skills(onet, DESIGNERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void rowsOfWhichNoneCanBeUsedAreAnUnusableAnswer() {
        stub.release(withRating(MiniRelease.text(), "Essential Skills.txt", DEVELOPERS, "9.Z.9", "Juggling"));

        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
        assertThat(skills(node(), DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
        assertThat(count("onet_rejected_row where web_fetch_id is not null")).isEqualTo(2);
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.rows().refused()).isEqualTo(2);
            assertThat(run.failure().orElseThrow())
                    .hasMessageStartingWith("O*NET 31.0 has no skills of 15-1252.00, and none of the rows")
                    .hasMessageContaining("9.Z.9");
        });

        stub.release(RICHER);
        assertThat(skills(node(options.failureMemory(Duration.ZERO)), DEVELOPERS)
                        .fetchOutcome())
                .isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void whatLandedBeforeACrashIsBroughtInWithoutARequest() throws SQLException {
        Onet impatient = Onet.create(dataSource)
                .lockTimeout(Duration.ofSeconds(1))
                .webServices(services(), options)
                .listener(listener)
                .build();
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select slot from onet_active_release where slot = 1 for update");
            for (OnetSocCode code : List.of(DEVELOPERS, DESIGNERS)) {
                assertThatThrownBy(() -> skills(impatient, code))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageContaining(code.value());
            }
            other.rollback();
        }
        assertThat(runs).hasSize(2).allSatisfy(run -> assertThat(run.failure()).isPresent());
        assertThat(count("onet_web_fetch where completed_at_utc is not null and normalized_at_utc is null"))
                .isEqualTo(3);
        assertThat(count("onet_rating where web_fetch_id is not null")).isZero();
        stub.stop();

        assertThat(skills(node(), DEVELOPERS).elements()).hasSize(2);
        assertThat(onet.catalog().findOccupation(DESIGNERS)).isPresent();
        assertThat(count("onet_web_fetch where normalized_at_utc is null")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"about", "rows/essential_skills", "rows/transferable_skills"})
    void aCrashOfTheDatabaseLeavesNothingHalf(String request) {
        assumeTrue(server().canBeKilled(), "a server named by a system property is not killed");
        try (DatabaseServer own = isMySql() ? MySqlServer.start() : PostgresServer.start();
                DatabaseServer.Database crashed = own.newDatabase()) {
            Onet node = Onet.create(crashed.dataSource())
                    .webServices(services(), options)
                    .listener(listener)
                    .build();
            node.schema().createOrUpgrade();
            node.load(open(MiniRelease.text()));
            stub.on(request).meanwhile(own::kill);

            assertThatThrownBy(() -> skills(node, DEVELOPERS)).isInstanceOf(OnetDatabaseException.class);

            own.restart();
            assertThat(node.dsl().fetchCount(Tables.ONET_WEB_FETCH)).isZero();
            assertThat(node.dsl().fetchCount(Tables.ONET_WEB_RESPONSE)).isZero();
            assertThat(skills(node, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            node.schema().verify();
        }
        assertThat(runs).extracting(run -> run.failure().isPresent()).containsExactly(true, false);
    }

    @Test
    void aKeyStandsInNoRowLineOrMessage() {
        stub.on("").always().body(json -> json.replaceFirst("\\{", "{\"echo\": \"X-API-Key: " + KEY + "\", "));
        assertThat(loggedBy(() -> {
                    assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
                    onet.catalog().findOccupation(NOBODY);
                    stub.recover();
                    stub.on("").always().error(422, "unexpected " + KEY);
                    assertThatThrownBy(() -> onet.catalog().findOccupation(DESIGNERS))
                            .asString()
                            .doesNotContain(KEY);
                    stub.recover();
                    Onet refused = Onet.create(dataSource)
                            .webServices(
                                    OnetWebServices.v2("old-" + KEY)
                                            .baseAddress(stub.address())
                                            .build(),
                                    options)
                            .listener(listener)
                            .build();
                    assertThatThrownBy(() -> refused.catalog().findOccupation(new OnetSocCode("15-1299.00")))
                            .asString()
                            .doesNotContain(KEY);
                }))
                .contains("ON_DEMAND: 2 pages landed")
                .contains("refused the credentials")
                .doesNotContain(KEY);
        assertThat(allText()).contains("X-API-Key: ***").doesNotContain(KEY);
        assertThat(runs.toString()).doesNotContain(KEY);
    }

    @Test
    void aPasswordStandsInNoRowLineOrMessage() {
        String user = "nobody-in-particular";
        String password = "swordfish-4711";
        String token = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (WebServicesStub old = WebServicesStub.v1_9(RICHER, user, password)) {
            old.on("")
                    .always()
                    .body(json -> json.replaceFirst(
                            "\\{", "{\"echo\": \"Authorization: Basic " + token + ", " + password + "\", "));
            String log = loggedBy(() -> {
                assertThat(skills(oldNode(old, user, password), DEVELOPERS).fetchOutcome())
                        .isEqualTo(FetchOutcome.FETCHED);
                Onet refused = oldNode(old, user, password + "-old");
                assertThatThrownBy(() -> refused.catalog().findOccupation(DESIGNERS))
                        .hasMessageContaining("refused the credentials");
            });
            assertThat(log).contains("ON_DEMAND").doesNotContain(user, password, token);
        }
        assertThat(allText()).contains("Authorization: Basic ***, ***", "1.9").doesNotContain(user, password, token);
    }

    private Onet oldNode(WebServicesStub old, String user, String password) {
        OnetWebServices client = OnetWebServices.v1_9(user, password)
                .baseAddress(old.address())
                .minimumInterval(Duration.ZERO)
                .build();
        return Onet.create(dataSource)
                .webServices(client, options)
                .listener(listener)
                .build();
    }

    @Test
    void otherDomainsAndCodesOfOneQuestionAreAnsweredEach() {
        stub.on("15-1252.00").always().status(500);
        assertThat(onet.catalog().profiles(Domain.SKILLS, List.of(PROGRAMMERS, DEVELOPERS, SCIENTISTS)))
                .extracting(Profile::coverage, Profile::fetchOutcome)
                .containsExactly(
                        tuple(Coverage.RATED, FetchOutcome.NOT_NEEDED),
                        tuple(Coverage.UNRATED, FetchOutcome.UNREACHABLE),
                        tuple(Coverage.UNRATED, FetchOutcome.UNREACHABLE));
        assertThat(stub.requests("15-2051.00")).isEmpty();
    }

    /** Every value of every column of every table of onet4j. */
    private String allText() {
        return TABLES.stream()
                .map(table -> rows("select * from " + table).toString())
                .collect(Collectors.joining("\n"));
    }
}
