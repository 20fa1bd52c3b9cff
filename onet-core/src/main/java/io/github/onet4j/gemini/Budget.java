package io.github.onet4j.gemini;

import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import org.jspecify.annotations.Nullable;

/** Counts calls and tokens of a model, and enforces their limits. Thread-safe. */
final class Budget {
    private final int maxCalls;
    private final long maxTokens;
    private int calls;
    private long tokens;

    Budget(int maxCalls, long maxTokens) {
        this.maxCalls = maxCalls;
        this.maxTokens = maxTokens;
    }

    /**
     * Takes a call from the budget.
     *
     * @param before the failure that the call repeats; null for the first attempt
     */
    synchronized void takeCall(@Nullable LanguageModelException before) {
        if (calls >= maxCalls) {
            throw reached("maxCalls", maxCalls, before);
        }
        if (tokens >= maxTokens) {
            throw reached("maxTokens", maxTokens, before);
        }
        calls++;
    }

    synchronized void use(long usedTokens) {
        tokens += usedTokens;
    }

    synchronized int calls() {
        return calls;
    }

    synchronized long tokens() {
        return tokens;
    }

    private LanguageModelException reached(String option, long limit, @Nullable LanguageModelException before) {
        return LanguageModelException.of(
                Reason.LIMIT_REACHED,
                "the limit " + option + " of " + limit + " is reached after " + calls + " calls and " + tokens
                        + " tokens; set a higher " + option + " to spend more",
                before);
    }
}
