package io.github.onet4j.assess;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.internal.Credentials;
import org.jspecify.annotations.Nullable;

/** An answer of {@code generateContent} with status 200. */
final class GeminiReply {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private GeminiReply(JsonNode root) {
        this.root = root;
    }

    static GeminiReply read(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root.isObject()) {
                return new GeminiReply(root);
            }
        } catch (JacksonException e) {
            // Not as the cause: its message has a piece of the body.
            throw unreadable("no JSON");
        }
        throw unreadable("no JSON object");
    }

    /** What the call is charged for, also where the reply can't be used; 0 if it is not told. */
    long tokens() {
        Integer total = count("totalTokenCount");
        return total != null ? total : sum(promptTokens(), replyTokens());
    }

    /**
     * @param askedModel stands for the model where the answer does not name it
     * @param credentials whose secrets are kept out, in whatever spelling the JSON has them
     */
    ModelReply reply(String askedModel, Credentials credentials) {
        String blockReason = name(root.path("promptFeedback").path("blockReason"));
        if (!blockReason.isEmpty()) {
            throw blocked("the prompt", blockReason);
        }
        JsonNode candidate = root.path("candidates").path(0);
        if (!candidate.isObject()) {
            throw empty("no candidate");
        }
        requireWhole(name(candidate.path("finishReason")));
        String text = text(candidate.path("content").path("parts"));
        if (text.isBlank()) {
            throw empty("no text");
        }
        String model = root.path("modelVersion").asText("");
        return new ModelReply(
                credentials.redact(text),
                model.isEmpty() ? askedModel : credentials.redact(model),
                promptTokens(),
                replyTokens());
    }

    /** A gateway may leave the reason out; then the reader of the text finds out whether it is whole. */
    private static void requireWhole(String finishReason) {
        switch (finishReason) {
            case "", "STOP" -> {}
            case "MAX_TOKENS" ->
                throw LanguageModelException.of(
                        Reason.CUT_SHORT,
                        "Gemini's reply ended at its limit of tokens (MAX_TOKENS); ask for less in one prompt");
            default -> throw blocked("its reply", finishReason);
        }
    }

    private static String text(JsonNode parts) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
            if (!part.path("thought").asBoolean()) {
                text.append(part.path("text").asText(""));
            }
        }
        return text.toString();
    }

    private @Nullable Integer promptTokens() {
        return count("promptTokenCount");
    }

    /** Thoughts are charged for as the reply is. */
    private @Nullable Integer replyTokens() {
        Integer candidates = count("candidatesTokenCount");
        Integer thoughts = count("thoughtsTokenCount");
        return candidates == null && thoughts == null
                ? null
                : (int) Math.min(sum(candidates, thoughts), Integer.MAX_VALUE);
    }

    private @Nullable Integer count(String name) {
        JsonNode count = root.path("usageMetadata").path(name);
        boolean whole = count.isIntegralNumber() && count.canConvertToInt() && count.intValue() >= 0;
        return whole ? (Integer) count.intValue() : null;
    }

    private static long sum(@Nullable Integer one, @Nullable Integer other) {
        return (one == null ? 0L : one) + (other == null ? 0L : other);
    }

    /** What is no name of a reason is not repeated in a message. */
    private static String name(JsonNode reason) {
        String name = reason.asText("");
        return name.isEmpty() || name.matches("[A-Z_]{1,60}") ? name : "a reason without a name";
    }

    private static LanguageModelException blocked(String what, String reason) {
        return LanguageModelException.of(
                Reason.BLOCKED,
                "Gemini blocked " + what + " (" + reason
                        + "); the same prompt will hardly be answered: change its data, or ask another model");
    }

    private static LanguageModelException empty(String what) {
        return LanguageModelException.of(
                Reason.EMPTY, "Gemini's reply has " + what + "; ask again, or ask another model");
    }

    private static LanguageModelException unreadable(String what) {
        return LanguageModelException.of(
                Reason.UNREADABLE,
                "the answer is " + what
                        + ", as those of Gemini are; check that the baseAddress is that of the Gemini API");
    }
}
