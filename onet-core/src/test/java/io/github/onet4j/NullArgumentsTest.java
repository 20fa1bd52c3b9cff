package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.web.OnetWebServices;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Null where a value is needed, such as that of an environment variable that is not set. */
@SuppressWarnings({"DataFlowIssue", "NullAway"})
class NullArgumentsTest {
    @ParameterizedTest
    @MethodSource
    void theExceptionNamesTheParameter(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }

    static Stream<Arguments> theExceptionNamesTheParameter() {
        return Stream.of(
                call("path", () -> OnetRelease.open(null)),
                call("text", () -> OnetSocCode.parse(null)),
                call("apiKey", () -> OnetWebServices.v2(null)),
                call("username", () -> OnetWebServices.v1_9(null, "password")),
                call("password", () -> OnetWebServices.v1_9("username", null)),
                call("interval", () -> OnetWebServices.v2("key").minimumInterval(null)),
                call("address", () -> OnetWebServices.v2("key").baseAddress(null)),
                call("client", () -> OnetWebServices.v2("key").httpClient(null)),
                call("timeout", () -> OnetWebServices.v2("key").timeout(null)),
                call("delay", () -> OnetWebServices.v2("key").maxRetryDelay(null)),
                call("apiKey", () -> GeminiLanguageModel.create(null)),
                call("model", () -> GeminiLanguageModel.create("key").model(null)));
    }

    private static Arguments call(String parameter, ThrowingCallable call) {
        return arguments(parameter, call);
    }
}
