package io.github.onet4j.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.testing.GeminiStub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A Gemini API on this machine, and a client of it that never waits between requests. */
abstract class StubbedGemini {
    static final String KEY = "AIzaS3cr\"et/of+the-pr0ject";
    static final String MODEL = "gemini-3.8-flash";
    static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"level\":{\"type\":[\"number\",\"null\"]}}}";
    static final Prompt PROMPT = new Prompt("Assign a level.", "Chefs and Head Cooks®", SCHEMA);

    final GeminiStub stub = GeminiStub.start(KEY);

    @AfterEach
    final void closeStub() {
        stub.close();
    }

    final GeminiLanguageModel.Builder builder() {
        return GeminiLanguageModel.create(KEY).baseAddress(stub.address()).maxRetryDelay(Duration.ZERO);
    }

    final GeminiLanguageModel model() {
        return builder().build();
    }

    final LanguageModelException failure() {
        return failure(model());
    }

    static LanguageModelException failure(LanguageModel model) {
        return failure(() -> model.reply(PROMPT));
    }

    /** Returns how a call fails, and makes sure that nothing of it tells the key. */
    static LanguageModelException failure(ThrowingCallable call) {
        LanguageModelException failure = catchThrowableOfType(LanguageModelException.class, call);
        assertThat(failure).as("the call should have failed").isNotNull();
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything, true));
        assertTellsNoKey(everything.toString());
        return failure;
    }

    static void assertTellsNoKey(String text) {
        assertThat(text).doesNotContain(KEY, "AIza", "S3cr", "pr0ject");
    }
}
