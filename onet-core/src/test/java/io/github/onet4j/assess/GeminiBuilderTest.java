package io.github.onet4j.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiBuilderTest {
    private static final String KEY = "s3cret-k3y";

    @Test
    void googlesOwnAddressAndAModelAreTheDefaults() {
        GeminiLanguageModel model = GeminiLanguageModel.create(KEY).build();

        assertThat(model).hasToString("Gemini gemini-3.8-flash at https://generativelanguage.googleapis.com/");
        assertThat(model.model()).isEqualTo("gemini-3.8-flash");
        assertThat(model.calls()).isZero();
        assertThat(model.tokensUsed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a key", "s3cret\r\nX-Other: 1", "s3cret\n", "s3cret\u0000", "s3crét"})
    void whatCanNotBeAKeyIsRefusedAndNotShown(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeminiLanguageModel.create(key))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr", "X-Other", "a key,"));
    }

    @ParameterizedTest
    @MethodSource
    void anOptionOutOfItsRangeIsRefused(Consumer<GeminiLanguageModel.Builder> option) {
        GeminiLanguageModel.Builder builder = GeminiLanguageModel.create(KEY);
        option.accept(builder);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining(" is ")
                .withMessageContaining("; expected is ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
    }

    static Stream<Consumer<GeminiLanguageModel.Builder>> anOptionOutOfItsRangeIsRefused() {
        return Stream.of(
                builder -> builder.timeout(Duration.ZERO),
                builder -> builder.timeout(Duration.ofDays(2)),
                builder -> builder.retries(-1),
                builder -> builder.retries(21),
                builder -> builder.longestRetryDelay(Duration.ofNanos(-1)),
                builder -> builder.mostCalls(0),
                builder -> builder.mostTokens(0),
                builder -> builder.temperature(-0.1),
                builder -> builder.temperature(2.1),
                builder -> builder.temperature(Double.NaN),
                builder -> builder.model(""),
                builder -> builder.model("models/gemini-3.8-flash"),
                builder -> builder.model("../x"),
                builder -> builder.model("gemini?key=1"),
                builder -> builder.model("gemini 3"),
                builder -> builder.baseAddress(URI.create("http://generativelanguage.googleapis.com/")),
                builder -> builder.baseAddress(URI.create("https://generativelanguage.googleapis.com/?key=x")),
                builder -> builder.baseAddress(URI.create("/v1beta")),
                builder -> builder.httpClient(HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()));
    }

    @Test
    void anAddressWithAUserIsRefusedAndNotShown() {
        GeminiLanguageModel.Builder builder =
                GeminiLanguageModel.create(KEY).baseAddress(URI.create("https://me:hunter2@gateway.example/"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
        assertThat(builder.toString()).doesNotContain("hunter2", KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1/ai", "https://gateway.example/gemini"})
    void aGatewayOrThisMachineMayBeAsked(String address) {
        assertThat(GeminiLanguageModel.create(KEY)
                        .baseAddress(URI.create(address))
                        .build()
                        .toString())
                .contains(address);
    }
}
