package io.github.onet4j.assess;

/**
 * Replies to prompts. onet4j comes with a client of Gemini; for another model a host implements one method.
 * Implementations must be thread-safe.
 */
@FunctionalInterface
public interface LanguageModel {
    /**
     * Replies to a prompt. The content of the reply is not checked here.
     *
     * @param prompt the prompt
     * @return the complete reply
     * @throws LanguageModelException if there is no complete reply
     */
    ModelReply reply(Prompt prompt);

    /**
     * Returns the settings of the model, to be stored with its replies.
     *
     * @return for example {@code temperature 0.2}, at most 1,000 characters and no credentials; empty, the default,
     *     for none
     */
    default String parameters() {
        return "";
    }
}
