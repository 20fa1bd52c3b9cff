package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.Turn;
import io.github.onet4j.internal.RateLimiter;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import java.util.Objects;

/** Paces the calls of one run, and counts them and their tokens. For one thread. */
final class TokenMeter {
    private final AssessmentOptions options;
    private final RateLimiter limiter;
    private int calls;
    private long tokens;

    TokenMeter(AssessmentOptions options) {
        this.options = options;
        this.limiter = new RateLimiter(options.minimumInterval());
    }

    void awaitTurn() {
        try {
            limiter.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LanguageModelException.of(
                    LanguageModelException.Reason.INTERRUPTED,
                    "the thread was interrupted before it asked the model; retry on another thread",
                    e);
        }
    }

    void count(Turn turn) {
        calls++;
        turn.reply().ifPresent(reply -> {
            tokens += Objects.requireNonNullElse(reply.promptTokens(), 0);
            tokens += Objects.requireNonNullElse(reply.replyTokens(), 0);
        });
    }

    boolean isUsedUp() {
        return calls >= options.maxCalls() || tokens >= options.maxTokens();
    }

    int calls() {
        return calls;
    }

    long tokens() {
        return tokens;
    }
}
