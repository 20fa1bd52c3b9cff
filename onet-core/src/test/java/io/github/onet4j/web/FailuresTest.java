package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.internal.web.WebRow;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.HeldRequest;
import io.github.onet4j.testing.WebServicesFault;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.WebServicesException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure ends in a complete answer or in an exception that names the cause and no secret. */
class FailuresTest extends StubbedService {
    private final OnetWebServices services = services();
    private final TableClient tables = tables(services);

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedCredentialsAreToldAndNotTriedAgain(int status) {
        stub.on("about").always().status(status);

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.CREDENTIALS_REFUSED);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.address()).contains(stub.address().resolve("about"));
        assertThat(failure).hasMessageContainingAll("refused the credentials", "https://services.onetcenter.org/");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void wrongCredentialsAreRefused() {
        OnetWebServices stranger =
                OnetWebServices.v2("wr0ng-k3y").baseAddress(stub.address()).build();

        WebServicesException failure = failure(tables(stranger)::about);

        assertThat(failure.reason()).isEqualTo(Reason.CREDENTIALS_REFUSED);
        assertThat(failure.getMessage()).doesNotContain("wr0ng");
    }

    @Test
    void whatIsNotThereIsToldAndNotAskedForAgain() {
        stub.on("about").always().status(404);

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure.status()).hasValue(404);
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {422, 400})
    void aRefusedQuestionIsToldInTheServicesOwnWords(int status) {
        stub.on("online/search").always().error(status, "must have required property 'keyword'");

        WebServicesException failure = failure(() -> services.search("cook", 5));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure).hasMessageContaining("(" + status + "): must have required property 'keyword' (http");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void theServicesWordsAreCutShortWhereTheyAreMany() {
        stub.on("about").error(422, "x".repeat(10_000));

        assertThat(failure(tables::about).getMessage()).hasSizeBetween(300, 500);
    }

    @Test
    void anErrorInAGoodAnswerIsAnError() {
        stub.on("about").always().error(200, "no data for this occupation");

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure).hasMessageContaining("no data for this occupation");
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 410, 418, 451})
    void anUnexpectedStatusIsNotRead(int status) {
        stub.on("about").always().status(status, Map.of(), status == 204 || status == 304 ? "" : "{}");

        assertThat(failure(tables::about).status()).hasValue(status);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aRequestIsSentAgainAfterTheTimeThatTheServiceNames() {
        OnetWebServices patient =
                builder().maxRetryDelay(Duration.ofSeconds(2)).retries(2).build();
        stub.on("about").status(503, Map.of("Retry-After", "0"));
        stub.on("about").status(429, Map.of("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"));

        assertThat(tables(patient).about().databaseVersion()).isEqualTo(mini.version());
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void aRequestIsSentAgainWhereTheServiceNamesNoTime() {
        stub.on("about").status(429);
        stub.on("about").status(429, Map.of("Retry-After", "soon"));

        assertThat(tables.about().databaseVersion()).isEqualTo(mini.version());
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void tooManyRequestsForEverAreToldAfterTheLastTry() {
        stub.on("about").always().status(429);

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.status()).hasValue(429);
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(stub.requests()).hasSize(4);
    }

    @Test
    void aTimeThatIsTooLongIsToldAtOnce() {
        TableClient patient =
                tables(builder().maxRetryDelay(Duration.ofSeconds(30)).build());
        stub.on("about").status(429, Map.of("Retry-After", "31"));
        assertThat(failure(patient::about).retryAfter()).contains(Duration.ofSeconds(31));
        stub.on("about").status(429, Map.of("Retry-After", "99999999"));
        assertThat(failure(patient::about).retryAfter()).contains(Duration.ofSeconds(99_999_999));
        stub.on("about")
                .status(
                        429,
                        Map.of(
                                "Retry-After",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        ZonedDateTime.now(ZoneOffset.UTC).plusHours(2))));
        WebServicesException failure = failure(patient::about);

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.retryAfter())
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofMinutes(90), Duration.ofHours(2)));
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void aServiceThatWillBeBackMuchLaterIsNotAskedAgain() {
        stub.on("about").status(503, Map.of("Retry-After", "3600"));

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.SERVICE_FAILED);
        assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aFailureOfTheServiceIsOutlived(int status) {
        stub.on("about").times(3).status(status);
        assertThat(tables.about().databaseVersion()).isEqualTo(mini.version());
        assertThat(stub.requests()).hasSize(4);
        stub.on("about").always().status(status);

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.SERVICE_FAILED);
        assertThat(failure.status()).hasValue(status);
        assertThat(stub.requests()).hasSize(8);
    }

    @Test
    void noRetriesMeansOneRequest() {
        stub.on("about").always().status(503);

        failure(tables(builder().retries(0).build())::about);

        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenAnswerIsAskedForAgainAndIsNeverReadInPart(
            String name, Consumer<WebServicesFault> fault, Reason reason) {
        RowQuery query = RowQuery.of("occupation_data");
        fault.accept(stub.on("rows/").times(3));
        assertThat(rows(services, query)).hasSize(mini.count("occupation_data"));
        assertThat(stub.requests()).hasSize(4);
        fault.accept(stub.on("rows/").always());

        WebServicesException failure = failure(() -> rows(services, query));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.status()).isEmpty();
        assertThat(stub.requests()).hasSize(8);
    }

    static Stream<Object[]> aBrokenAnswerIsAskedForAgainAndIsNeverReadInPart() {
        return Stream.of(
                broken("declared length cut", WebServicesFault::cutBody, Reason.UNREACHABLE),
                broken("chunks cut", WebServicesFault::cutChunks, Reason.UNREACHABLE),
                broken("HTML", WebServicesFault::notJson, Reason.UNREADABLE),
                broken("JSON cut", WebServicesFault::cutJson, Reason.UNREADABLE),
                broken("nothing", fault -> fault.body(json -> ""), Reason.UNREADABLE),
                broken("two answers", fault -> fault.body(json -> json + json), Reason.UNREADABLE),
                broken(
                        "a field twice",
                        fault -> fault.body(json -> json.replaceFirst("\\{", "{\"total\":1,")),
                        Reason.UNREADABLE));
    }

    private static Object[] broken(String name, Consumer<WebServicesFault> fault, Reason reason) {
        return new Object[] {name, fault, reason};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"start\":1,\"end\":1,\"total\":1}",
                "{\"start\":1,\"end\":1,\"total\":1,\"row\":{}}",
                "{\"start\":1,\"end\":1,\"total\":1,\"row\":[7]}",
                "{\"start\":1,\"end\":1,\"total\":1,\"row\":[{\"title\":{}}]}",
                "{\"start\":1,\"end\":1,\"total\":1,\"row\":[{\"n\":1e999999999}]}",
                "{\"start\":1,\"end\":1,\"total\":1,\"row\":[{\"n\":1E-99999999999}]}",
                "{\"api_version\":1E-99999999999}",
                "{\"start\":1.5,\"end\":1,\"total\":1,\"row\":[]}",
                "{\"start\":1,\"end\":1,\"total\":99999999999,\"row\":[]}",
                "{\"start\":1,\"end\":1,\"row\":[]}"
            })
    void jsonOfAnotherFormIsUnreadable(String json) {
        stub.on("rows/").always().body(original -> json);

        assertThat(failure(() -> rows(services, RowQuery.of("occupation_data"))).reason())
                .isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void otherListsOfAnotherFormAreUnreadable() {
        stub.on("database").always().body(json -> json.replace("table_id", "id"));
        assertThat(failure(() -> tables.queries(ReleaseTable.SKILLS)))
                .hasMessageContaining("\"[0].table_id\" must be a text, but is missing")
                .extracting(WebServicesException::reason)
                .isEqualTo(Reason.UNREADABLE);
        stub.recover();
        stub.on("search").body(json -> json.replace("11-1011.00", "eleven"));
        assertThat(failure(() -> services.search("chief", 1)))
                .hasMessageContaining("\"occupation[0].code\" must be an O*NET-SOC code")
                .extracting(WebServicesException::reason)
                .isEqualTo(Reason.UNREADABLE);
        stub.on("search").body(json -> "{\"total\":5,\"occupation\":[]}");
        assertThat(failure(() -> services.search("chief", 1)).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aStallBeforeTheAnswerEndsWithTheTimeout() {
        HeldRequest held = stub.on("about").held();

        WebServicesException failure = failure(tables(impatient())::about);

        held.awaitArrival();
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.status()).isEmpty();
    }

    @Test
    void aStallInTheBodyEndsWithTheTimeout() {
        HeldRequest held = stub.on("about").heldInBody();

        WebServicesException failure = failure(tables(impatient())::about);

        held.awaitArrival();
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("did not answer within PT1S");
    }

    @Test
    void aStallIsOutlived() {
        stub.on("about").held();

        OnetWebServices patient =
                builder().timeout(Duration.ofSeconds(1)).retries(20).build();

        assertThat(tables(patient).about().databaseVersion()).isEqualTo(mini.version());
        assertThat(stub.requests()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNeverFollowed(int status) {
        try (WebServicesStub other = stub()) {
            stub.on("about").always().status(status, Map.of("Location", other.address() + "about"));

            WebServicesException failure = failure(tables::about);

            assertThat(failure.reason()).isEqualTo(Reason.REDIRECTED);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure).hasMessageContaining("set the baseAddress");
            assertThat(other.requests()).isEmpty();
            assertThat(stub.requests()).hasSize(1);
        }
    }

    @Test
    void aServiceThatIsDownIsUnreachable() {
        stub.stop();

        WebServicesException failure = failure(tables::about);

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.status()).isEmpty();
        assertThat(failure)
                .hasMessageContaining("can't be reached: ConnectException")
                .hasCauseInstanceOf(IOException.class);
        stub.start();
        assertThat(tables.about().databaseVersion()).isEqualTo(mini.version());
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        Thread.currentThread().interrupt();

        WebServicesException failure = failure(tables::about);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void aThreadIsInterruptedWhileItWaitsForAnAnswer() throws InterruptedException {
        HeldRequest held = stub.on("about").held();
        AtomicReference<Reason> reason = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            WebServicesException failure = failure(tables::about);
            reason.set(Thread.currentThread().isInterrupted() ? failure.reason() : null);
        });
        waiting.start();
        held.awaitArrival();

        waiting.interrupt();
        waiting.join();

        assertThat(reason).hasValue(Reason.INTERRUPTED);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aRowOfAnotherOccupationIsRefused() {
        stub.on("rows/essential_skills?filter").rowOf("53-3033.00");

        WebServicesException failure = failure(() -> services.catalog().profile(CHIEF_EXECUTIVES, Domain.SKILLS));

        assertThat(failure.reason()).isEqualTo(Reason.UNASKED_ROW);
        assertThat(failure).hasMessageContainingAll("onetsoc_code.eq.11-1011.00", "53-3033.00");
    }

    @Test
    void aFilterThatIsIgnoredIsNoticed() {
        stub.on("rows/").always().filtersIgnored();

        assertThat(failure(() -> rows(services, RowQuery.of("occupation_data").ofOccupation(DEVELOPERS)))
                        .reason())
                .isEqualTo(Reason.UNASKED_ROW);
        assertThat(failure(() -> rows(services, RowQuery.of("job_titles").where("job_title", "CEO")))
                        .reason())
                .isEqualTo(Reason.UNASKED_ROW);
    }

    @Test
    void aPageWithARowMissingIsIncomplete() {
        stub.on("rows/").rowMissing();

        assertThat(failure(() -> rows(services, RowQuery.of("occupation_data"))).reason())
                .isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void aPageWithARowTooManyIsIncomplete() {
        stub.on("rows/").body(json -> json.replaceFirst("\"row\":\\[(\\{[^}]*})", "\"row\":[$1,$1"));

        assertThat(failure(() -> rows(services, RowQuery.of("occupation_data"))).reason())
                .isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void aRatingThatComesTwiceIsRefused() {
        stub.on("rows/essential_skills?filter")
                .body(json -> json.replaceFirst("\"row\":\\[(\\{[^}]*}),\\{[^}]*}", "\"row\":[$1,$1"));

        WebServicesException failure = failure(() -> services.catalog().profile(CHIEF_EXECUTIVES, Domain.SKILLS));

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(failure).hasMessageContaining("two ratings of Reading Comprehension (2.A.1.a)");
    }

    @Test
    void aRatingThatAReleaseCouldNotHaveIsRefused() {
        stub.on("rows/essential_skills?filter")
                .body(json -> json.replaceFirst("(\"data_value\":)[0-9.]+", "$1\"high\""));

        WebServicesException failure = failure(() -> services.catalog().profile(CHIEF_EXECUTIVES, Domain.SKILLS));

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(failure).hasMessageContainingAll("Data Value", "high", "a number such as 4.12");
    }

    @Test
    void aTotalThatChangesBetweenPagesIsCaught() {
        stub.release(withManyTitles());
        stub.on("start=2001").total(MANY + 1);

        assertThat(failure(this::manyTitles))
                .hasMessageContaining("changed from " + (MANY + mini.count("job_titles")) + " to " + (MANY + 1))
                .extracting(WebServicesException::reason)
                .isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void aPageThatStartsElsewhereIsCaught() {
        stub.release(withManyTitles());
        stub.on("start=2001").body(json -> json.replaceFirst("\"start\":2001", "\"start\":2000"));

        assertThat(failure(this::manyTitles).reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start=2001", "start=4001"})
    void aPageThatFailsLeavesNoPartOfTheRows(String page) {
        stub.release(withManyTitles());
        stub.on(page).times(4).status(502);

        assertThat(failure(this::manyTitles).reason()).isEqualTo(Reason.SERVICE_FAILED);
        assertThat(manyTitles()).hasSize(MANY + mini.count("job_titles"));
    }

    @Test
    void anAddressOfTheNextPageOnAnotherHostIsNotFollowed() {
        stub.release(withManyTitles());
        try (WebServicesStub other = stub()) {
            stub.on("start=1&")
                    .next(URI.create(other.address() + "database/rows/" + "job_titles" + "?start=2001&end=4000"));
            stub.on("start=2001")
                    .next(URI.create(stub.address()
                            .toString()
                            .replaceFirst("/$", "@" + other.address().getAuthority() + "/")));

            assertThat(manyTitles()).hasSize(MANY + mini.count("job_titles"));
            assertThat(other.requests()).isEmpty();
            assertThat(stub.requests()).hasSize(3);
        }
    }

    @Test
    void aSecretThatTheServiceEchoesStaysSecret() {
        for (int status : new int[] {200, 400, 401, 422, 500}) {
            stub.on("about").times(4).error(status, "who are you, " + KEY + "?");
            failure(tables::about);
            stub.recover();
            String json = "{\"error\":\"" + escaped(KEY).replace("/", "\\/") + "\"}";
            stub.on("about").times(4).status(status, Map.of("X-Echo", "echo"), json);
            failure(tables::about);
            stub.recover();
        }
        for (String written : List.of(escaped(KEY), escaped(KEY).replace("/", "\\/"))) {
            stub.on("rows/")
                    .body(json -> json.replaceFirst("\\{", "{\"echo\":\"" + Matcher.quoteReplacement(written) + "\","));
            List<WebPage> pages = new ArrayList<>();
            tables.readPages(RowQuery.of("occupation_data"), List.of(), pages::add);
            assertThat(pages.get(0).response().body()).contains("\"echo\":\"***\"");
            assertTellsNoSecret(pages.toString());
        }
    }

    @Test
    void aShortSecretIsNotToldEither() {
        try (WebServicesStub lax = WebServicesStub.v2(mini, "q7")) {
            TableClient client =
                    tables(OnetWebServices.v2("q7").baseAddress(lax.address()).build());
            lax.on("about").error(422, "the key q7 is too short");
            lax.on("about").error(200, "the key q7 is too short");

            assertThat(failure(client::about).getMessage()).doesNotContain("q7", "too short");
            assertThat(failure(client::about).getMessage()).doesNotContain("q7", "too short");
        }
    }

    @Test
    void noLogLineTellsASecret() throws IOException {
        stub.on("about").times(2).error(503, KEY);
        stub.on("about").cutBody();
        tables.about();

        String log = Files.readString(Path.of("target", "test-log.txt"));

        assertThat(log).contains("retrying in PT0S", stub.address().toString());
        assertTellsNoSecret(log);
    }

    private OnetWebServices impatient() {
        return builder().timeout(Duration.ofSeconds(1)).retries(0).build();
    }

    private List<WebRow> manyTitles() {
        return rows(services, RowQuery.of("job_titles"));
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"");
    }
}
