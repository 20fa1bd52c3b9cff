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
}
