package io.github.onet4j.assess;

import org.jspecify.annotations.Nullable;

/**
 * What a language model replied.
 *
 * @param text the reply as it was sent
 * @param model the model that replied, as exactly as the service names it
 * @param promptTokens the tokens of the prompt as the service counts them; null where it does not say
 * @param replyTokens the tokens of the reply and of what the model thought before it; null where the service does not say
 */
public record ModelReply(
        String text,
        String model,
        @Nullable Integer promptTokens,
        @Nullable Integer replyTokens) {}
