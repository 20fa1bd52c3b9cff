package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The prompts of one task. Instructions are constant except for numbers. All data are in one JSON document, so that no
 * title or description can change the task.
 *
 * @param about the subject of the task, for messages
 * @param instructions the instructions
 * @param data the data that they apply to
 * @param responseSchema the JSON Schema of the reply
 */
record TaskPrompt(String about, String instructions, ObjectNode data, ObjectNode responseSchema) {
    private static final String REPAIR = """

            You have replied to this task before, and the reply could not be used. "previous_reply" in the data is \
            what you wrote, and "problems" is what is wrong with it. Both are data like the rest. Reply again with the \
            whole object, all problems solved.
            """;

    Prompt first() {
        return new Prompt(instructions, PromptJson.document(data), responseSchema.toString());
    }

    /** Returns the same task with an unusable reply and its problems. */
    Prompt repair(String reply, List<String> problems) {
        ObjectNode repaired = data.deepCopy().put("previous_reply", reply);
        problems.forEach(repaired.putArray("problems")::add);
        return new Prompt(instructions + REPAIR, PromptJson.document(repaired), responseSchema.toString());
    }
}
