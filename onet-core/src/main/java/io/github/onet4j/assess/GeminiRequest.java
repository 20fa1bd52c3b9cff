package io.github.onet4j.assess;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A prompt as {@code generateContent} takes it. */
final class GeminiRequest {
    private GeminiRequest() {}

    /**
     * @param temperature null for the model's own
     */
    static String body(Prompt prompt, @Nullable Double temperature) {
        ObjectNode body = GeminiReply.MAPPER.createObjectNode();
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
            JsonNode schema = GeminiReply.MAPPER.readTree(prompt.responseSchema());
            if (schema.isObject()) {
                return schema;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the prompt's responseSchema is no JSON", e);
        }
        throw new IllegalArgumentException("the prompt's responseSchema is no JSON object");
    }
}
