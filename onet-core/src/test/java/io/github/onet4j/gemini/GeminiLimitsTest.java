package io.github.onet4j.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import io.github.onet4j.testing.HeldRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No request that begins later exceeds the limits of a model, whichever thread sends it. */
class GeminiLimitsTest extends StubbedGemini {
    private static final int TOKENS_OF_PROMPT = GeminiStub.tokens(PROMPT.instructions() + "\n\n" + PROMPT.data());

    @Test
    void afterTheLastCallNothingIsSent() {
        GeminiLanguageModel model = builder().maxCalls(2).build();
        model.reply(PROMPT);
        model.reply(PROMPT);

        LanguageModelException failure = failure(model);

        assertThat(failure.reason()).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(failure.status()).isEmpty();
        assertThat(failure).hasMessageContainingAll("the limit maxCalls of 2 is reached", "set a higher maxCalls");
        assertThat(stub.requests()).hasSize(2);
        assertThat(model.calls()).isEqualTo(2);
    }

    @Test
    void afterTheLastTokenNothingIsSent() {
        GeminiLanguageModel model =
                builder().maxTokens(2L * (TOKENS_OF_PROMPT + 1)).build();
        model.reply(PROMPT);
        model.reply(PROMPT);

        LanguageModelException failure = failure(model);

        assertThat(failure.reason()).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(failure).hasMessageContainingAll("the limit maxTokens of ", "set a higher maxTokens");
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void aCallMayBeginWithOneTokenLeft() {
        GeminiLanguageModel model = builder().maxTokens(TOKENS_OF_PROMPT + 2).build();

        model.reply(PROMPT);
        model.reply(PROMPT);

        assertThat(failure(model).reason()).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    void tokensOfRepliesThatCanNotBeUsedAreSpentToo() {
        stub.next(GeminiReply.ended("SAFETY", "1234"));
        GeminiLanguageModel model = builder().maxTokens(TOKENS_OF_PROMPT + 1).build();

        assertThat(failure(model).reason()).isEqualTo(Reason.BLOCKED);
        assertThat(failure(model).reason()).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    void aRequestThatIsSentAgainIsACallOfItsOwn() {
        GeminiReply failing = GeminiReply.error(503, "UNAVAILABLE", "Overloaded.");
        stub.next(failing, failing, failing);
        GeminiLanguageModel model = builder().maxCalls(2).build();

        LanguageModelException failure = failure(model);

        assertThat(failure.reason()).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(failure).cause().hasMessageContaining("Gemini failed (503)");
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void manyThreadsTogetherSendNoCallTooMany() {
        GeminiLanguageModel model = builder().maxCalls(5).build();

        List<Optional<Reason>> ends = together(16, model);

        assertThat(ends.stream().filter(Optional::isEmpty)).hasSize(5);
        assertThat(ends.stream().flatMap(Optional::stream)).hasSize(11).containsOnly(Reason.LIMIT_REACHED);
        assertThat(stub.requests()).hasSize(5);
        assertThat(model.calls()).isEqualTo(5);
    }

    @Test
    void tokensOfManyThreadsAddUp() {
        GeminiLanguageModel model = model();

        assertThat(together(16, model)).allMatch(Optional::isEmpty);

        assertThat(model.tokensUsed()).isEqualTo(16L * (TOKENS_OF_PROMPT + 1));
    }

    @Test
    void aCallUnderWayIsCompletedWhenTheLimitIsReachedMeanwhile() {
        HeldRequest held = stub.nextHeld(GeminiReply.text("late"));
        GeminiLanguageModel model = builder().maxTokens(TOKENS_OF_PROMPT).build();
        CompletableFuture<ModelReply> late = CompletableFuture.supplyAsync(() -> model.reply(PROMPT));
        held.awaitArrival();
        model.reply(PROMPT);
        assertThat(failure(model).reason()).isEqualTo(Reason.LIMIT_REACHED);

        held.letGo();

        assertThat(late.orTimeout(30, TimeUnit.SECONDS).join().text()).isEqualTo("late");
        assertThat(model.tokensUsed()).isEqualTo(2L * (TOKENS_OF_PROMPT + 1));
    }

    /** Returns the outcomes of calls on as many threads; empty for a reply. */
    private static List<Optional<Reason>> together(int threads, LanguageModel model) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Optional<Reason>>> calls = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> end(model), executor))
                    .limit(threads)
                    .toList();
            return calls.stream()
                    .map(call -> call.orTimeout(30, TimeUnit.SECONDS).join())
                    .toList();
        } finally {
            executor.shutdownNow();
        }
    }

    private static Optional<Reason> end(LanguageModel model) {
        try {
            model.reply(PROMPT);
            return Optional.empty();
        } catch (LanguageModelException e) {
            return Optional.of(e.reason());
        }
    }
}
