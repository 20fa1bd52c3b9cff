package io.github.onet4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.testing.EndlessServer;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.WebServicesException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that never end: that a call ends shows that no more than the limit is held. */
class EndlessResponseTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 422, 503})
    void aResponseOfTheWebServicesIsReadToItsLimitAndNotAskedForAgain(int status) {
        try (EndlessServer server = EndlessServer.start(status)) {
            OnetWebServices services = OnetWebServices.v2("some-key")
                    .baseAddress(server.address())
                    .timeout(Duration.ofMinutes(1))
                    .build();

            assertThatExceptionOfType(WebServicesException.class)
                    .isThrownBy(() -> services.search("baker", 1))
                    .withMessageStartingWith("the answer of O*NET Web Services is larger than the limit of 32 MiB;")
                    .satisfies(
                            failure -> assertThat(failure.reason()).isEqualTo(WebServicesException.Reason.TOO_LARGE));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 503})
    void aResponseOfGeminiIsReadToItsLimitAndNotAskedForAgain(int status) {
        try (EndlessServer server = EndlessServer.start(status)) {
            LanguageModel model = GeminiLanguageModel.create("some-key")
                    .baseAddress(server.address())
                    .timeout(Duration.ofMinutes(1))
                    .build();

            assertThatExceptionOfType(LanguageModelException.class)
                    .isThrownBy(() -> model.reply(new Prompt("Assign a level.", "{}", "{}")))
                    .withMessageStartingWith("the answer of Gemini is larger than the limit of 8 MiB;")
                    .satisfies(
                            failure -> assertThat(failure.reason()).isEqualTo(LanguageModelException.Reason.TOO_LARGE));
            assertThat(server.requests()).isEqualTo(1);
        }
    }
}
