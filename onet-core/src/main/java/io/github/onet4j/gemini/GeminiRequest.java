package io.github.onet4j.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.internal.JsonException;
import io.github.onet4j.internal.JsonValue;
import org.jspecify.annotations.Nullable;

/** The body of a request to {@code generateContent}. */
final class GeminiRequest {
    private GeminiRequest() {}

    /** Returns the body for a prompt; a temperature of null leaves it to the model. */
    static String body(Prompt prompt, @Nullable Double temperature) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        part(body.putObject("systemInstruction"), prompt.instructions());
        part(body.putArray("contents").addObject().put("role", "user"), prompt.data());
        ObjectNode generation = body.putObject("generationConfig");
        generation.put("responseMimeType", "application/json");
        generation.set("responseJsonSchema", schema(prompt));
        if (temperature != null) {
            generation.put("temperature", temperature);
        }
        return body.toString();
    }

    private static void part(ObjectNode content, String text) {
        content.putArray("parts").addObject().put("text", text);
    }

    private static JsonNode schema(Prompt prompt) {
        try {
            JsonNode schema = JsonValue.parse(prompt.responseSchema()).node();
            if (schema.isObject()) {
                return schema;
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException(
                    "the prompt's responseSchema must be a JSON object, but " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("the prompt's responseSchema must be a JSON object, but was an array");
    }
}
