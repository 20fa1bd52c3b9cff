package io.github.onet4j.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One prompt and what came of it, whole, so that it can be stored.
 *
 * @param prompt what the model was asked
 * @param reply what it replied, as it came; null where the model failed
 * @param askedAt when it was asked
 * @param elapsed how long it took
 * @param problems what is wrong with the reply; empty if nothing is, or there is no reply
 * @param failure why there is no reply; null where there is one
 */
public record Turn(
        Prompt prompt,
        @Nullable ModelReply reply,
        Instant askedAt,
        Duration elapsed,
        List<String> problems,
        @Nullable String failure) {
    /** Copies the list. */
    public Turn {
        problems = List.copyOf(problems);
    }
}
