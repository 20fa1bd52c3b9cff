package io.github.onet4j.assess;

import io.github.onet4j.assess.LanguageModelException.Reason;
import org.jspecify.annotations.Nullable;

/** How many calls and tokens a model may use, and has used. Safe for many threads. */
final class Budget {
    private final int mostCalls;
    private final long mostTokens;
    private int calls;
    private long tokens;

    Budget(int mostCalls, long mostTokens) {
        this.mostCalls = mostCalls;
        this.mostTokens = mostTokens;
    }

    /**
     * Takes a call from the budget.
     *
     * @param before the failure after which the call would be made again; null if it is the first
     */
    synchronized void takeCall(@Nullable LanguageModelException before) {
        if (calls >= mostCalls) {
            throw reached("mostCalls", mostCalls, before);
        }
        if (tokens >= mostTokens) {
            throw reached("mostTokens", mostTokens, before);
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
                "the limit " + option + " of " + limit + " is reached, after " + calls + " calls and " + tokens
                        + " tokens; set a higher " + option + " if more is meant to be spent",
                before);
    }
}
