package io.github.onet4j.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import io.github.onet4j.testing.HeldRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure ends in a complete reply or in an exception that names the cause and no key. */
class GeminiFailuresTest extends StubbedGemini {
    private static final GeminiReply GOOD = GeminiReply.text("{\"level\":4}");

    @ParameterizedTest
    @ValueSource(
            strings = {"SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "OTHER", "NEW_ONE"
            })
    void aReplyThatIsHeldBackIsBlocked(String finishReason) {
        stub.next(GeminiReply.ended(finishReason), GeminiReply.ended(finishReason, "{\"level\":"));

        for (int i = 0; i < 2; i++) {
            LanguageModelException failure = failure();

            assertThat(failure.reason()).isEqualTo(Reason.BLOCKED);
            assertThat(failure.status()).isEmpty();
            assertThat(failure).hasMessageContaining("Gemini blocked its reply (" + finishReason + ")");
        }
        assertThat(stub.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST"})
    void aPromptThatIsRefusedIsBlocked(String blockReason) {
        stub.next(GeminiReply.blockedPrompt(blockReason));
        GeminiLanguageModel model = model();

        LanguageModelException failure = failure(model);

        assertThat(failure.reason()).isEqualTo(Reason.BLOCKED);
        assertThat(failure).hasMessageContaining("Gemini blocked the prompt (" + blockReason + ")");
        assertThat(model.tokensUsed()).isPositive();
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-99999999999", "1E99999999999", "-0E-2147483649"})
    void aNumberThatNoMemoryHoldsMakesAnAnswerUnreadable(String number) {
        stub.next(GOOD.body(json -> "{\"n\":" + number + "}"));
        assertThat(failure().reason()).isEqualTo(Reason.UNREADABLE);

        stub.next(GeminiReply.error(400, "INVALID_ARGUMENT", "bad").body(json -> "{\"n\":" + number + "}"));
        assertThat(failure().reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void aReasonThatIsNoNameIsNotRepeated() {
        stub.next(GeminiReply.blockedPrompt("because " + KEY), GeminiReply.ended("since a7"));

        assertThat(failure()).hasMessageContaining("(unknown reason)");
        assertThat(failure()).hasMessageContaining("(unknown reason)");
    }

    @ParameterizedTest
    @MethodSource
    void aReplyWithoutATextIsEmpty(GeminiReply reply) {
        stub.next(reply);

        assertThat(failure().reason()).isEqualTo(Reason.EMPTY);
        assertThat(stub.requests()).hasSize(1);
    }

    static Stream<GeminiReply> aReplyWithoutATextIsEmpty() {
        return Stream.of(
                GeminiReply.noCandidates(),
                GeminiReply.noCandidates().body(json -> "{}"),
                GeminiReply.noCandidates().body(json -> "{\"candidates\":[]}"),
                GeminiReply.noCandidates().body(json -> "{\"candidates\":[7]}"),
                GeminiReply.noCandidates().body(json -> "{\"candidates\":{}}"),
                GeminiReply.text(),
                GeminiReply.text(""),
                GeminiReply.text(" \n"),
                GeminiReply.thinking("a thought", ""));
    }

    @Test
    void aReplyThatEndsAtTheLimitOfTokensIsCutShort() {
        stub.next(GeminiReply.ended("MAX_TOKENS", "{\"level\":"), GeminiReply.ended("MAX_TOKENS"));

        assertThat(failure().reason()).isEqualTo(Reason.CUT_SHORT);
        assertThat(failure())
                .hasMessageContaining("(MAX_TOKENS)")
                .extracting(LanguageModelException::reason)
                .isEqualTo(Reason.CUT_SHORT);
        assertThat(stub.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT,    REFUSED,             refused the request (400)",
        "400, FAILED_PRECONDITION, REFUSED,             refused the request (400)",
        "401, UNAUTHENTICATED,     CREDENTIALS_REFUSED, refused the API key (401)",
        "402, RESOURCE_EXHAUSTED,  NO_CREDIT,           no credit left (402)",
        "403, PERMISSION_DENIED,   CREDENTIALS_REFUSED, refused the API key (403)",
        "404, NOT_FOUND,           MODEL_NOT_FOUND,     not have the model gemini-3.8-flash (404)",
        "408, UNKNOWN,             REFUSED,             refused the request (408)",
        "499, CANCELLED,           REFUSED,             refused the request (499)",
        "501, UNIMPLEMENTED,       SERVICE_FAILED,      failed (501)",
        "502, UNKNOWN,             SERVICE_FAILED,      failed (502)"
    })
    void anErrorThatLastsIsToldInGooglesWordsAndNotTriedAgain(int status, String name, Reason reason, String message) {
        stub.next(GeminiReply.error(status, name, "Google says why."));

        LanguageModelException failure = failure();

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure).hasMessageContaining(message).hasMessageEndingWith(": Google says why.");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aWrongKeyIsRefused() {
        GeminiLanguageModel stranger = GeminiLanguageModel.create("wr0ng-k3y")
                .baseAddress(stub.address())
                .build();

        LanguageModelException failure = failure(stranger);

        assertThat(failure.reason()).isEqualTo(Reason.CREDENTIALS_REFUSED);
        assertThat(failure.status()).hasValue(400);
        assertThat(failure).hasMessageContaining("https://aistudio.google.com/apikey");
        assertThat(failure.getMessage()).doesNotContain("wr0ng");
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void aPassingFailureIsOutlived(int status) {
        GeminiReply failing = GeminiReply.error(status, "PASSING", "Try again.");
        stub.next(failing, failing, failing, GOOD);
        assertThat(model().reply(PROMPT).text()).isEqualTo("{\"level\":4}");
        assertThat(stub.requests()).hasSize(4);
        stub.next(failing, failing, failing, failing);

        LanguageModelException failure = failure();

        assertThat(failure.reason()).isEqualTo(status == 429 ? Reason.RATE_LIMITED : Reason.SERVICE_FAILED);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(stub.requests()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500, 503})
    void aPageOfHtmlTellsItsStatus(int status) {
        stub.next(GeminiReply.html(status));

        assertThat(failure(builder().retries(0).build()).status()).hasValue(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"error\":7}", "{\"error\":{\"details\":[7,{\"retryDelay\":{}}]}}", ""})
    void anErrorOfAnotherFormTellsItsStatus(String json) {
        stub.next(GeminiReply.error(429, "RESOURCE_EXHAUSTED", "x").body(error -> json));

        LanguageModelException failure = failure(builder().retries(0).build());

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Test
    void aRequestIsSentAgainAfterTheTimeThatGoogleNames() throws IOException {
        stub.next(GeminiReply.error(429, "RESOURCE_EXHAUSTED", "Quota of this test.", "1.25s"), GOOD);

        assertThat(builder()
                        .maxRetryDelay(Duration.ofSeconds(2))
                        .build()
                        .reply(PROMPT)
                        .text())
                .isEqualTo("{\"level\":4}");
        assertThat(stub.requests()).hasSize(2);
        assertThat(log())
                .contains("retrying in PT1.25S: Gemini received too many requests or tokens (429)"
                        + " and asks to wait PT1.25S");
    }

    @ParameterizedTest
    @CsvSource({"12s, 12000", "1.5s, 1500", "0.000000001s, 0", "999999999s, 999999999000"})
    void aTimeThatIsTooLongIsToldAtOnce(String delay, long millis) {
        stub.next(GeminiReply.error(429, "RESOURCE_EXHAUSTED", "Slow down.", delay));

        LanguageModelException failure = failure();

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.retryAfter().orElseThrow().toMillis()).isEqualTo(millis);
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1s", "1m", "1e9s", "1234567890s", "s"})
    void aTimeThatIsNoneIsNotRead(String delay) {
        stub.next(GeminiReply.error(503, "UNAVAILABLE", "Overloaded.", delay), GOOD);

        assertThat(model().reply(PROMPT).text()).isEqualTo("{\"level\":4}");
    }

    @Test
    void theHeaderTellsTheTimeWhereTheBodyDoesNot() {
        stub.next(
                GeminiReply.error(503, "UNAVAILABLE", "Overloaded.").header("Retry-After", "61"),
                GeminiReply.error(503, "UNAVAILABLE", "Overloaded.", "62s").header("Retry-After", "61"));
        GeminiLanguageModel model =
                GeminiLanguageModel.create(KEY).baseAddress(stub.address()).build();

        assertThat(failure(model).retryAfter()).contains(Duration.ofSeconds(61));
        assertThat(failure(model).retryAfter()).contains(Duration.ofSeconds(62));
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void noRetriesMeansOneRequest() {
        stub.next(GeminiReply.error(503, "UNAVAILABLE", "Overloaded."));

        failure(builder().retries(0).build());

        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() {
        stub.next(GOOD.cutBody(), GOOD.cutChunks(), GOOD);
        assertThat(model().reply(PROMPT).text()).isEqualTo("{\"level\":4}");
        stub.next(GOOD.cutBody(), GOOD.cutBody(), GOOD.cutChunks(), GOOD.cutChunks());

        LanguageModelException failure = failure();

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.status()).isEmpty();
        assertThat(stub.requests()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource
    void anAnswerThatIsNoJsonObjectIsUnreadable(GeminiReply reply) {
        stub.next(reply);

        LanguageModelException failure = failure();

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(failure).hasMessageContaining("check that the baseAddress");
        assertThat(stub.requests()).hasSize(1);
    }

    static Stream<GeminiReply> anAnswerThatIsNoJsonObjectIsUnreadable() {
        return Stream.of(
                GeminiReply.html(200),
                GOOD.cutJson(),
                GOOD.body(json -> ""),
                GOOD.body(json -> json + json),
                GOOD.body(json -> "[" + json + "]"));
    }

    @Test
    void aStallBeforeTheAnswerEndsWithTheTimeout() {
        HeldRequest held = stub.nextHeld(GOOD);

        LanguageModelException failure = failure(impatient());

        held.awaitArrival();
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.status()).isEmpty();
    }

    @Test
    void aStallInTheBodyEndsWithTheTimeout() {
        HeldRequest held = stub.nextHeldInBody(GOOD);

        LanguageModelException failure = failure(impatient());

        held.awaitArrival();
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("Gemini did not answer within PT1S");
    }

    @Test
    void aStallIsOutlived() {
        stub.nextHeld(GOOD);

        assertThat(builder()
                        .timeout(Duration.ofSeconds(1))
                        .retries(20)
                        .build()
                        .reply(PROMPT)
                        .text())
                .isEqualTo("{}");
        assertThat(stub.requests()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNeverFollowed(int status) {
        try (GeminiStub other = GeminiStub.start(KEY)) {
            stub.next(
                    GeminiReply.html(status).header("Location", other.address().toString()));

            LanguageModelException failure = failure();

            assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure).hasMessageContaining("set the baseAddress");
            assertThat(other.requests()).isEmpty();
            assertThat(stub.requests()).hasSize(1);
        }
    }

    @Test
    void aServiceThatIsDownIsUnreachable() {
        stub.stop();

        LanguageModelException failure = failure();

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure)
                .hasMessageContaining("Gemini can't be reached: ConnectException")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        Thread.currentThread().interrupt();

        LanguageModelException failure = failure();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void aThreadIsInterruptedWhileItWaitsForAReply() throws InterruptedException {
        HeldRequest held = stub.nextHeld(GOOD);
        AtomicReference<Reason> reason = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            LanguageModelException failure = failure();
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
    void aKeyThatIsEchoedIsNotTold() {
        for (String echo : List.of(KEY, "key \"" + KEY + "\" is bad", "x".repeat(295) + KEY)) {
            stub.next(
                    GeminiReply.error(400, "INVALID_ARGUMENT", echo),
                    GeminiReply.error(403, "PERMISSION_DENIED", echo),
                    GeminiReply.error(400, "INVALID_ARGUMENT", echo).body(json -> json.replace("/", "\\/")),
                    GeminiReply.blockedPrompt(echo),
                    GeminiReply.ended(echo));
            for (int i = 0; i < 5; i++) {
                failure();
            }
        }
        assertThat(stub.requests()).hasSize(15);
    }

    @Test
    void aKeyThatIsEchoedInAReplyIsNotHandedOn() {
        GeminiReply spelled = GeminiReply.text(KEY)
                .body(json ->
                        json.replace("\"AIza", "\"\\u0041Iza").replace(MODEL, "\\u0041" + quoted(KEY.substring(1))));
        stub.next(GeminiReply.text("{\"key\":\"" + quoted(KEY) + "\"}"), GeminiReply.text(KEY), spelled);

        for (int i = 0; i < 3; i++) {
            assertTellsNoKey(model().reply(PROMPT).toString());
        }
    }

    @Test
    void aShortKeyIsNotToldEither() {
        try (GeminiStub lax = GeminiStub.start("q7")) {
            lax.next(GeminiReply.error(400, "INVALID_ARGUMENT", "the key q7 is too short"));
            LanguageModelException failure = failure(
                    GeminiLanguageModel.create("q7").baseAddress(lax.address()).build());

            assertThat(failure.getMessage()).doesNotContain("q7", "too short");
        }
    }

    @Test
    void googlesWordsAreCutShortWhereTheyAreMany() {
        stub.next(GeminiReply.error(400, "INVALID_ARGUMENT", "x".repeat(10_000)));

        assertThat(failure().getMessage()).hasSizeBetween(300, 500);
    }

    @Test
    void noLogLineTellsTheKey() throws IOException {
        stub.next(GeminiReply.error(503, "UNAVAILABLE", "no " + KEY), GOOD.cutBody(), GOOD);

        model().reply(PROMPT);

        assertThat(log()).contains("retrying in PT0S: Gemini failed (503)");
        assertTellsNoKey(log());
    }

    private GeminiLanguageModel impatient() {
        return builder().timeout(Duration.ofSeconds(1)).retries(0).build();
    }

    private static String quoted(String text) {
        return text.replace("\"", "\\\"");
    }

    private static String log() throws IOException {
        return Files.readString(Path.of("target", "test-log.txt"));
    }
}
