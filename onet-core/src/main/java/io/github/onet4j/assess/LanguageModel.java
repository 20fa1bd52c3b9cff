package io.github.onet4j.assess;

/**
 * Answers a prompt in words. {@link GeminiLanguageModel} is one; a host can bring its own, in one method. Safe for many threads.
 */
@FunctionalInterface
public interface LanguageModel {
    /**
     * Answers a prompt. What the reply says is not checked here.
     *
     * @param prompt what is asked
     * @return the whole reply, never a part of one
     * @throws LanguageModelException if there is none
     */
    ModelReply reply(Prompt prompt);

    /**
     * Tells how the model is set, beside its name, so that what it said can be read with it later.
     *
     * @return for example {@code temperature 0.2}, at most 1,000 characters and no credentials; empty, the default, if nothing is
     */
    default String parameters() {
        return "";
    }
}
