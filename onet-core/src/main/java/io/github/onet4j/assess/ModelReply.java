package io.github.onet4j.assess;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reply of a language model.
 *
 * @param text the text as it was sent
 * @param model the model that replied, as precisely as the service names it
 * @param promptTokens the tokens of the prompt as the service counts them; null if unknown
 * @param replyTokens the tokens of the reply and of the thoughts before it; null if unknown
 */
public record ModelReply(
        String text,
        String model,
        @Nullable Integer promptTokens,
        @Nullable Integer replyTokens) {
    /** Refuses null, except where it has a meaning. */
    public ModelReply {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(model, "model");
    }
}
