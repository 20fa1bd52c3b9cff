package io.github.onet4j.assess;

import java.util.ArrayList;
import java.util.List;

/** A model that gives prepared replies, one after the other, and keeps what it was asked. */
final class ScriptedModel implements LanguageModel {
    static final String NAME = "scripted-1";

    private final List<String> replies;
    private final List<Prompt> prompts = new ArrayList<>();

    ScriptedModel(String... replies) {
        this.replies = List.of(replies);
    }

    @Override
    public ModelReply reply(Prompt prompt) {
        prompts.add(prompt);
        return new ModelReply(replies.get(prompts.size() - 1), NAME, 100, 10);
    }

    List<Prompt> prompts() {
        return prompts;
    }
}
