package io.github.onet4j.jooq;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.Prompt;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A model that makes a good reply out of the data of each prompt, but where a test says otherwise. */
final class AssessingModel implements LanguageModel {
    static final String NAME = "scripted-1.2";
    static final String PARAMETERS = "temperature 0.2";
    static final int PROMPT_TOKENS = 100;
    static final int REPLY_TOKENS = 20;

    private static final String TEXT = "(\"(?:[^\"\\\\]|\\\\.)*\")";
    private static final Pattern OCCUPATION =
            Pattern.compile("\"onet_soc_code\"\\s*:\\s*" + TEXT + "\\s*,\\s*\"title\"\\s*:\\s*" + TEXT);
    private static final Pattern SKILL =
            Pattern.compile("\"element_id\"\\s*:\\s*" + TEXT + "\\s*,\\s*\"name\"\\s*:\\s*" + TEXT);

    private final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    private final Queue<UnaryOperator<String>> edits = new ConcurrentLinkedQueue<>();

    @Override
    public ModelReply reply(Prompt prompt) {
        prompts.add(prompt);
        UnaryOperator<String> edit = edits.poll();
        String good = goodReply(prompt.data());
        return new ModelReply(edit == null ? good : edit.apply(good), NAME, PROMPT_TOKENS, REPLY_TOKENS);
    }

    @Override
    public String parameters() {
        return PARAMETERS;
    }

    /** Edits one reply that would be good; those that come after all edits are good. */
    AssessingModel next(UnaryOperator<String> edit) {
        edits.add(edit);
        return this;
    }

    AssessingModel nextGood() {
        return next(good -> good);
    }

    AssessingModel nextBad() {
        return next(good -> good.replace("\"llm_explanation\":\"Why", "\"llm_explanation\":\""));
    }

    AssessingModel nextFailure(LanguageModelException.Reason reason) {
        return next(good -> {
            throw LanguageModelException.of(reason, "the model said " + reason);
        });
    }

    List<Prompt> prompts() {
        return prompts;
    }

    /** Level 2.5 for every skill, as novices. */
    static String goodReply(String data) {
        Matcher occupation = OCCUPATION.matcher(data);
        if (!occupation.find()) {
            throw new IllegalArgumentException("no occupation in " + data);
        }
        String skills = SKILL.matcher(data.substring(data.lastIndexOf("\"skills\"")))
                .results()
                .map(skill -> "{\"element_id\":" + skill.group(1) + ",\"llm_skill_name\":" + skill.group(2)
                        + ",\"llm_assigned_proficiency_description\":\"Novice\""
                        + ",\"llm_assigned_proficiency_level\":2.5,\"llm_explanation\":\"Why\"}")
                .collect(Collectors.joining(","));
        return "{\"skill_proficiency_assessment\":{\"llm_onet_soc_code\":" + occupation.group(1)
                + ",\"llm_occupation_name\":" + occupation.group(2) + ",\"assessed_skills\":[" + skills + "]}}";
    }
}
