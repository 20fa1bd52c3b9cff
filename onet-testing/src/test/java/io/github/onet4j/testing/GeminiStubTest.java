package io.github.onet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeminiStubTest {
    private static final String PATH = "v1beta/models/gemini-3.8-flash:generateContent";
    private static final String BODY = """
            {"systemInstruction":{"parts":[{"text":"Do "},{"text":"it."}]},\
            "contents":[{"role":"user","parts":[{"text":"With ®"}]}]}""";

    private final GeminiStub stub = GeminiStub.start("a-key");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void answersWithACandidate() {
        stub.next(GeminiReply.text("{\"a\":", "\"®\"}"));

        HttpResponse<String> answer = ask(BODY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
        // "Do it.", two line breaks and "With ®" are 14 characters, the reply 9.
        assertThat(answer.body())
                .isEqualTo("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\"a\\\":\"},"
                        + "{\"text\":\"\\\"®\\\"}\"}],"
                        + "\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}],"
                        + "\"usageMetadata\":{\"promptTokenCount\":4,\"candidatesTokenCount\":3,"
                        + "\"totalTokenCount\":7},"
                        + "\"modelVersion\":\"gemini-3.8-flash\"}");
    }

    @Test
    void marksAndCountsThoughts() {
        stub.next(GeminiReply.thinking("hmmm", "{}"));

        assertThat(ask(BODY).body())
                .contains("\"parts\":[{\"text\":\"hmmm\",\"thought\":true},{\"text\":\"{}\"}]")
                .contains("\"candidatesTokenCount\":1,\"thoughtsTokenCount\":1,\"totalTokenCount\":6");
    }

    @Test
    void blocksPromptsAndReplies() {
        stub.next(GeminiReply.blockedPrompt("SAFETY"), GeminiReply.ended("SPII"), GeminiReply.noCandidates());

        assertThat(ask(BODY).body())
                .startsWith("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},"
                        + "\"usageMetadata\":{\"promptTokenCount\":4,\"totalTokenCount\":4}")
                .doesNotContain("candidates\"");
        assertThat(ask(BODY).body()).startsWith("{\"candidates\":[{\"finishReason\":\"SPII\",\"index\":0}]");
        assertThat(ask(BODY).body()).startsWith("{\"usageMetadata\":");
    }

    @Test
    void answersByWhatItIsAsked() {
        try (GeminiStub other = GeminiStub.answering("a-key", GeminiReply::text)) {
            other.next(GeminiReply.html(502));

            assertThat(ask(other, PATH, "a-key", BODY).statusCode()).isEqualTo(502);
            assertThat(ask(other, PATH, "a-key", BODY).body()).contains("[{\"text\":\"Do it.\\n\\nWith ®\"}]");
        }
    }

    @Test
    void failsAsScriptedAndThenRecovers() {
        stub.next(
                GeminiReply.error(429, "RESOURCE_EXHAUSTED", "Slow \"down\".", "12s"),
                GeminiReply.error(503, "UNAVAILABLE", "Busy.").header("Retry-After", "3"));

        HttpResponse<String> slow = ask(BODY);
        assertThat(slow.statusCode()).isEqualTo(429);
        assertThat(slow.body())
                .startsWith("{\"error\":{\"code\":429,\"message\":\"Slow"
                        + " \\\"down\\\".\",\"status\":\"RESOURCE_EXHAUSTED\",")
                .contains("{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"12s\"}");
        HttpResponse<String> busy = ask(BODY);
        assertThat(busy.headers().firstValue("Retry-After")).contains("3");
        assertThat(busy.body())
                .isEqualTo("{\"error\":{\"code\":503,\"message\":\"Busy.\",\"status\":\"UNAVAILABLE\"}}");
        assertThat(ask(BODY).body()).contains("{\"text\":\"{}\"}");
    }

    @Test
    void refusesAWrongKeyAndUsesNoReplyUp() {
        stub.next(GeminiReply.text("good"));

        HttpResponse<String> answer = ask(stub, PATH, "b-key", BODY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"API_KEY_INVALID\"").doesNotContain("b-key");
        assertThat(ask(BODY).body()).contains("good");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                        | Invalid JSON",
                "{}                                                                       | contents is not specified",
                "{\"contents\":[]}                                                        | contents is not specified",
                "{\"contents\":[{\"parts\":[{\"text\":\"a\"}]}],\"prompt\":1}             | Unknown name"
                        + " \\\"prompt\\\"",
                "{\"contents\":[{\"parts\":[{\"text\":\"a\"}]}],\"generationConfig\":{\"responseJsonSchema\":{}}} |"
                        + " responseMimeType",
                "{\"contents\":[{\"parts\":[{\"text\":\"a\"}]}],\"generationConfig\":{\"responseJsonSchema\":{},"
                        + "\"responseSchema\":{}}} | together"
            })
    void refusesABodyThatItCanNotUse(String body, String complaint) {
        HttpResponse<String> answer = ask(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"status\":\"INVALID_ARGUMENT\"", complaint);
    }

    @ParameterizedTest
    @CsvSource({"v1beta/models/gemini-3.8-flash", "v1beta/models/a/b:generateContent", "v1beta/models/a:countTokens"})
    void hasNothingElse(String path) {
        assertThat(ask(stub, path, "a-key", BODY).statusCode()).isEqualTo(404);
    }

    @Test
    void remembersRequests() {
        ask(BODY);

        assertThat(stub.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.model()).isEqualTo("gemini-3.8-flash");
            assertThat(request.headers().get("X-Goog-Api-Key")).containsExactly("a-key");
            assertThat(request.body()).isEqualTo(BODY);
            assertThat(request.text()).isEqualTo("Do it.\n\nWith ®");
        });
    }

    @Test
    void breaksOffOrSendsHalf() {
        GeminiReply good = GeminiReply.text("good");
        stub.next(good.cutBody(), good.cutChunks(), good.cutJson(), good.body(json -> "x"), GeminiReply.html(200));

        for (String how : new String[] {"fixed content-length", "chunked transfer encoding"}) {
            assertThatThrownBy(() -> client.send(request(stub, PATH, "a-key", BODY), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining(how);
        }
        assertThat(ask(BODY).body()).startsWith("{\"candidates\"").doesNotContain("modelVersion");
        assertThat(ask(BODY).body()).isEqualTo("x");
        assertThat(ask(BODY).body()).startsWith("<html>");
    }

    @Test
    void holdsAReplyAndTheRestOfABody() throws IOException {
        HeldRequest before = stub.nextHeld(GeminiReply.text("one"));
        HeldRequest inBody = stub.nextHeldInBody(GeminiReply.text("two"));
        CompletableFuture<HttpResponse<InputStream>> one = sent();
        before.awaitArrival();
        HttpResponse<InputStream> two = join(sent());
        inBody.awaitArrival();

        assertThat(one).isNotDone();
        assertThat(ask(BODY).body()).contains("{}");
        before.letGo();
        inBody.letGo();

        assertThat(join(one).body()).asString(StandardCharsets.UTF_8).contains("one");
        assertThat(two.body()).asString(StandardCharsets.UTF_8).contains("two").endsWith("}");
    }

    @Test
    void endsWhileARequestIsHeld() throws Exception {
        HeldRequest held = stub.nextHeld(GeminiReply.text("late"));
        CompletableFuture<HttpResponse<InputStream>> answer = sent();
        held.awaitArrival();

        stub.close();

        assertThat(ended(answer)).isTrue();
    }

    @Test
    void refusesConnectionsWhenStopped() {
        stub.stop();

        assertThatThrownBy(() -> client.send(request(stub, PATH, "a-key", BODY), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 1", "5, 2"})
    void countsAQuarterOfTheCharacters(int characters, int tokens) {
        assertThat(GeminiStub.tokens("x".repeat(characters))).isEqualTo(tokens);
    }

    private HttpResponse<String> ask(String body) {
        return ask(stub, PATH, "a-key", body);
    }

    private HttpResponse<String> ask(GeminiStub of, String path, String key, String body) {
        return join(client.sendAsync(request(of, path, key, body), BodyHandlers.ofString()));
    }

    private CompletableFuture<HttpResponse<InputStream>> sent() {
        return client.sendAsync(request(stub, PATH, "a-key", BODY), BodyHandlers.ofInputStream());
    }

    private static HttpRequest request(GeminiStub of, String path, String key, String body) {
        return HttpRequest.newBuilder(of.address().resolve(path))
                .header("x-goog-api-key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Bounded, so that a stub that hangs fails the test. */
    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Returns whether an answer, or an error in its place, arrives. */
    private static boolean ended(CompletableFuture<?> answer) throws Exception {
        try {
            answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause() instanceof IOException;
        }
        return true;
    }
}
