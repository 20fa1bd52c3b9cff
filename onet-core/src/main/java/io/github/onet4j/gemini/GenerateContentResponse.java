package io.github.onet4j.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.JsonException;
import io.github.onet4j.internal.JsonValue;
import org.jspecify.annotations.Nullable;

/** An answer of {@code generateContent} with status 200. */
final class GenerateContentResponse {
    private final JsonNode root;

    private GenerateContentResponse(JsonNode root) {
        this.root = root;
    }

    static GenerateContentResponse read(String body) {
        try {
            JsonNode root = JsonValue.parse(body).node();
            if (root.isObject()) {
                return new GenerateContentResponse(root);
            }
        } catch (JsonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    /**
     * Returns the tokens that the call is charged for, even if the reply is not usable; 0 if the answer does not tell.
     */
    long tokens() {
        Integer total = count("totalTokenCount");
        return total != null ? total : sum(promptTokens(), replyTokens());
    }

    /**
     * Returns the reply, or fails with the reason for its absence.
     *
     * @param askedModel the model to name if the answer does not
     * @param credentials the secrets to remove, however the JSON spells them
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

    /** Accepts a missing reason, which a gateway may leave out: then the text's reader notices if it is incomplete. */
    private static void requireWhole(String finishReason) {
        switch (finishReason) {
            case "", "STOP" -> {}
            case "MAX_TOKENS" ->
                throw LanguageModelException.of(
                        Reason.CUT_SHORT,
                        "Gemini's reply reached its token limit (MAX_TOKENS); ask for less in one prompt");
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

    /** Includes thoughts, which are charged like the reply. */
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

    /** Keeps texts that are not the name of a reason out of messages. */
    private static String name(JsonNode reason) {
        String name = reason.asText("");
        return name.isEmpty() || name.matches("[A-Z_]{1,60}") ? name : "unknown reason";
    }

    private static LanguageModelException blocked(String blocked, String reason) {
        return LanguageModelException.of(
                Reason.BLOCKED,
                "Gemini blocked " + blocked + " (" + reason + "); change the data of the prompt, or use another model");
    }

    private static LanguageModelException empty(String problem) {
        return LanguageModelException.of(
                Reason.EMPTY, "Gemini's reply has " + problem + "; try again, or use another model");
    }

    private static LanguageModelException unreadable() {
        return LanguageModelException.of(
                Reason.UNREADABLE,
                "the answer is not a JSON object, as the answers of Gemini are;"
                        + " check that the baseAddress is that of the Gemini API");
    }
}
