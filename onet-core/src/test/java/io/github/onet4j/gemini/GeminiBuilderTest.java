package io.github.onet4j.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    @MethodSource
    void anOptionOutOfItsRangeIsRefused(Consumer<GeminiLanguageModel.Builder> option) {
        GeminiLanguageModel.Builder builder = GeminiLanguageModel.create(KEY);
        option.accept(builder);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining(" must be ")
                .withMessageContaining(", but was ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
    }

    static Stream<Consumer<GeminiLanguageModel.Builder>> anOptionOutOfItsRangeIsRefused() {
        return Stream.of(
                builder -> builder.maxCalls(0),
                builder -> builder.maxTokens(0),
                builder -> builder.temperature(-0.1),
                builder -> builder.temperature(2.1),
                builder -> builder.temperature(Double.NaN),
                builder -> builder.model(""),
                builder -> builder.model("models/gemini-3.8-flash"),
                builder -> builder.model("../x"),
                builder -> builder.model("gemini?key=1"),
                builder -> builder.model("gemini 3"));
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
}
