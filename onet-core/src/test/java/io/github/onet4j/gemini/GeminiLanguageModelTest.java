package io.github.onet4j.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, and the reading of good replies. */
class GeminiLanguageModelTest extends StubbedGemini {
    @Test
    void aPromptIsSentWithInstructionsDataAndSchemaApart() throws IOException {
        model().reply(PROMPT);

        GeminiStub.Request request = stub.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.address()).hasToString("/v1beta/models/gemini-3.8-flash:generateContent");
        assertThat(request.headers().get("Content-Type")).containsExactly("application/json");
        JsonNode expected = new JsonMapper().readTree("""
                {"systemInstruction": {"parts": [{"text": "Assign a level."}]},
                 "contents": [{"role": "user", "parts": [{"text": "Chefs and Head Cooks®"}]}],
                 "generationConfig": {"responseMimeType": "application/json", "responseJsonSchema": %s}}
                """.formatted(SCHEMA));
        assertThat(new JsonMapper().readTree(request.body())).isEqualTo(expected);
    }

    @Test
    void theKeyTravelsInOneHeaderOnly() {
        model().reply(PROMPT);

        GeminiStub.Request request = stub.requests().get(0);
        assertThat(request.headers().get("x-goog-api-key")).containsExactly(KEY);
        assertThat(request.headers().values().stream()
                        .filter(values -> values.toString().contains("AIza")))
                .hasSize(1);
        assertTellsNoKey(request.address() + request.body());
    }

    @Test
    void modelAndTemperatureAreAsSet() {
        GeminiLanguageModel model =
                builder().model("gemini-3.5-flash-lite").temperature(0.5).build();

        model.reply(PROMPT);

        assertThat(model.parameters()).isEqualTo("temperature 0.5");
        assertThat(builder().build().parameters()).isEmpty();

        GeminiStub.Request request = stub.requests().get(0);
        assertThat(request.model()).isEqualTo("gemini-3.5-flash-lite");
        assertThat(request.body()).contains("\"temperature\":0.5");
    }

    @Test
    void anAddressMayHaveAPath() {
        GeminiLanguageModel behindAGateway =
                builder().baseAddress(stub.address().resolve("ai")).build();

        failure(behindAGateway);

        assertThat(stub.requests().get(0).address()).hasToString("/ai/v1beta/models/gemini-3.8-flash:generateContent");
    }

    @Test
    void aReplyTellsTextModelAndTokens() {
        stub.next(GeminiReply.text("{\"level\":4.12}").body(json -> json.replace(MODEL + "\"", MODEL + "-002\"")));
        GeminiLanguageModel model = model();

        ModelReply reply = model.reply(PROMPT);

        int asked = GeminiStub.tokens(stub.requests().get(0).text());
        assertThat(reply).isEqualTo(new ModelReply("{\"level\":4.12}", "gemini-3.8-flash-002", asked, 4));
        assertThat(model.tokensUsed()).isEqualTo(asked + 4);
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void partsAreJoined() {
        stub.next(GeminiReply.text("{\"level\":", "", "4}"));

        assertThat(model().reply(PROMPT).text()).isEqualTo("{\"level\":4}");
    }

    @Test
    void thoughtsAreNoPartOfTheTextButAreCounted() {
        stub.next(GeminiReply.thinking("a thought of 24 letters!", "{\"a\":1}"));
        GeminiLanguageModel model = model();

        ModelReply reply = model.reply(PROMPT);

        int asked = GeminiStub.tokens(stub.requests().get(0).text());
        assertThat(reply.text()).isEqualTo("{\"a\":1}");
        assertThat(reply.replyTokens()).isEqualTo(6 + 2);
        assertThat(model.tokensUsed()).isEqualTo(asked + 6 + 2);
    }

    @Test
    void whatTheAnswerDoesNotTellIsNotMadeUp() {
        stub.next(GeminiReply.text("{}")
                .body(json -> "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{}\"}]}}]}"));
        GeminiLanguageModel model = model();

        assertThat(model.reply(PROMPT)).isEqualTo(new ModelReply("{}", MODEL, null, null));
        assertThat(model.tokensUsed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"7\"", "1.5", "99999999999", "null", "{}"})
    void aCountThatIsNoneIsNotRead(String count) {
        stub.next(GeminiReply.text("{}")
                .body(json -> json.replaceFirst("(\"(?:prompt|total)TokenCount\":)\\d+", "$1" + count)
                        .replaceFirst("(\"totalTokenCount\":)\\d+", "$1" + count)));
        GeminiLanguageModel model = model();

        assertThat(model.reply(PROMPT).promptTokens()).isNull();
        assertThat(model.tokensUsed()).isEqualTo(1);
    }

    @Test
    void tokensAddUpOverCallsAndOverReplies() {
        stub.next(GeminiReply.text("12345678"), GeminiReply.ended("MAX_TOKENS", "1234"));
        GeminiLanguageModel model = model();

        model.reply(PROMPT);
        failure(model);

        int asked = GeminiStub.tokens(stub.requests().get(0).text());
        assertThat(model.tokensUsed()).isEqualTo(asked + 2 + asked + 1);
        assertThat(model.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"object\"", "{} {}"})
    void aSchemaThatIsNoJsonObjectIsRefusedBeforeAnythingIsSent(String schema) {
        GeminiLanguageModel model = model();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.reply(new Prompt("a", "b", schema)))
                .withMessageContaining("responseSchema must be a JSON object");
        assertThat(stub.requests()).isEmpty();
        assertThat(model.calls()).isZero();
    }

    @Test
    void aModelShowsNoKey() {
        assertThat(model()).hasToString("Gemini gemini-3.8-flash at " + stub.address());
        assertThat(GeminiLanguageModel.create(KEY))
                .hasToString("Gemini gemini-3.8-flash at generativelanguage.googleapis.com");
    }
}
