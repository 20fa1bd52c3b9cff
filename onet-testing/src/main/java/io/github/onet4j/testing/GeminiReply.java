package io.github.onet4j.testing;

import io.github.onet4j.testing.GeminiStub.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reply of a {@link GeminiStub}, in the form of the Gemini API. Immutable. */
public final class GeminiReply {
    private static final String TYPE = "type.googleapis.com/google.rpc.";

    private final Function<Request, Reply> reply;
    private final Delivery delivery;

    private GeminiReply(Function<Request, Reply> reply, Delivery delivery) {
        this.reply = reply;
        this.delivery = delivery;
    }

    /** A reply that ended as it should, with its text in as many parts as are given. */
    public static GeminiReply text(String... parts) {
        return ended("STOP", parts);
    }

    /** A reply with what the model thought before it, in a part that is marked as such. */
    public static GeminiReply thinking(String thought, String text) {
        return candidate("STOP", thought, List.of(text));
    }

    /**
     * A reply that ended for a reason such as {@code MAX_TOKENS} or {@code SAFETY}, with the text until then, or none.
     */
    public static GeminiReply ended(String finishReason, String... parts) {
        return candidate(finishReason, null, List.of(parts));
    }

    /** The answer to a prompt that is blocked for a reason such as {@code PROHIBITED_CONTENT}. */
    public static GeminiReply blockedPrompt(String blockReason) {
        return json(request -> new JsonObject()
                .put("promptFeedback", new JsonObject().put("blockReason", blockReason))
                .put("usageMetadata", usage(request, null, List.of()))
                .put("modelVersion", request.model()));
    }

    /** An answer without a candidate, and without a reason for that. */
    public static GeminiReply noCandidates() {
        return json(request -> new JsonObject()
                .put("usageMetadata", usage(request, null, List.of()))
                .put("modelVersion", request.model()));
    }

    /** An error such as 400, {@code INVALID_ARGUMENT}. */
    public static GeminiReply error(int status, String name, String message) {
        return error(status, name, message, List.of());
    }

    /** An error with a {@code RetryInfo}, such as 429, {@code RESOURCE_EXHAUSTED} with a delay of {@code 12s}. */
    public static GeminiReply error(int status, String name, String message, String retryDelay) {
        return error(
                status,
                name,
                message,
                List.of(
                        new JsonObject().put("@type", TYPE + "Help").put("links", List.of()),
                        new JsonObject().put("@type", TYPE + "RetryInfo").put("retryDelay", retryDelay)));
    }

    /** The answer to a wrong key. */
    public static GeminiReply invalidKey() {
        return error(
                400,
                "INVALID_ARGUMENT",
                "API key not valid. Please pass a valid API key.",
                List.of(new JsonObject()
                        .put("@type", TYPE + "ErrorInfo")
                        .put("reason", "API_KEY_INVALID")
                        .put("domain", "googleapis.com")));
    }

    /** A status with a page of HTML, as something in front of the service answers; with 200 it is called JSON. */
    public static GeminiReply html(int status) {
        Reply html = Reply.html(status);
        return new GeminiReply(
                request -> status == 200 ? html.with(Map.of("Content-Type", "application/json")) : html,
                Delivery.WHOLE);
    }

    /** The same with another header, such as {@code Retry-After}. */
    public GeminiReply header(String name, String value) {
        return new GeminiReply(request -> reply.apply(request).with(Map.of(name, value)), delivery);
    }

    /** The same with its JSON edited. */
    public GeminiReply body(UnaryOperator<String> edit) {
        return new GeminiReply(request -> reply.apply(request).withBody(edit), delivery);
    }

    /** The same with half of its JSON, and a length that fits. */
    public GeminiReply cutJson() {
        return body(json -> json.substring(0, json.length() / 2));
    }

    /** The same, broken off after half of the declared length. */
    public GeminiReply cutBody() {
        return delivered(Delivery.CUT);
    }

    /** The same in chunks, broken off after half of the body. */
    public GeminiReply cutChunks() {
        return delivered(Delivery.CUT_CHUNKS);
    }

    GeminiReply delivered(Delivery other) {
        return new GeminiReply(reply, other);
    }

    GeminiReply heldBefore(HeldRequest held) {
        return delivered((exchange, made) -> {
            held.hold();
            delivery.send(exchange, made);
        });
    }

    Reply to(Request request) {
        return reply.apply(request);
    }

    Delivery delivery() {
        return delivery;
    }

    private static GeminiReply candidate(String finishReason, @Nullable String thought, List<String> texts) {
        return json(request -> {
            JsonObject candidate = new JsonObject();
            if (thought != null || !texts.isEmpty()) {
                List<JsonObject> parts = Stream.concat(
                                Stream.ofNullable(thought)
                                        .map(text -> part(text).put("thought", true)),
                                texts.stream().map(GeminiReply::part))
                        .toList();
                candidate.put("content", new JsonObject().put("parts", parts).put("role", "model"));
            }
            return new JsonObject()
                    .put(
                            "candidates",
                            List.of(candidate.put("finishReason", finishReason).put("index", 0)))
                    .put("usageMetadata", usage(request, thought, texts))
                    .put("modelVersion", request.model());
        });
    }

    private static JsonObject part(String text) {
        return new JsonObject().put("text", text);
    }

    private static JsonObject usage(Request request, @Nullable String thought, List<String> texts) {
        int prompt = GeminiStub.tokens(request.text());
        int candidates = GeminiStub.tokens(String.join("", texts));
        int thoughts = thought == null ? 0 : GeminiStub.tokens(thought);
        JsonObject usage = new JsonObject().put("promptTokenCount", prompt);
        if (candidates > 0) {
            usage.put("candidatesTokenCount", candidates);
        }
        if (thoughts > 0) {
            usage.put("thoughtsTokenCount", thoughts);
        }
        return usage.put("totalTokenCount", prompt + candidates + thoughts);
    }

    private static GeminiReply error(int status, String name, String message, List<JsonObject> details) {
        JsonObject error =
                new JsonObject().put("code", status).put("message", message).put("status", name);
        if (!details.isEmpty()) {
            error.put("details", details);
        }
        Reply reply = Reply.json(status, new JsonObject().put("error", error));
        return new GeminiReply(request -> reply, Delivery.WHOLE);
    }

    private static GeminiReply json(Function<Request, JsonObject> body) {
        return new GeminiReply(request -> Reply.json(200, body.apply(request)), Delivery.WHOLE);
    }
}
