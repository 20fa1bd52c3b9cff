package io.github.onet4j.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Gemini API on this machine, with its method {@code generateContent} only: answers by a function of what it is
 * asked, or by replies that are scripted.
 *
 * <pre>{@code
 * try (GeminiStub stub = GeminiStub.answering("a-key", text -> GeminiReply.text("{}"))) {
 *     stub.next(GeminiReply.error(503, "UNAVAILABLE", "The model is overloaded."));
 *     …
 *     assertThat(stub.requests()).hasSize(2);
 * }
 * }</pre>
 *
 * <p>Refuses what the Gemini API refuses: another path with 404, a wrong key or a body that it can't use with 400. Such
 * a request uses no scripted reply up. Counts four characters as one token. Takes requests side by side. Safe for use
 * by several threads.
 */
public final class GeminiStub implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/v1beta/models/([^/]+):generateContent");
    private static final Set<String> KNOWN =
            Set.of("contents", "systemInstruction", "generationConfig", "safetySettings");
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String apiKey;
    private final Function<String, GeminiReply> answers;
    private final Queue<GeminiReply> scripted = new ConcurrentLinkedQueue<>();
    private final List<HeldRequest> held = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final LocalServer server = new LocalServer("gemini-stub", this::answer);

    private GeminiStub(String apiKey, Function<String, GeminiReply> answers) {
        this.apiKey = apiKey;
        this.answers = answers;
    }

    /**
     * Starts a stub that answers by a function wherever nothing is scripted.
     *
     * @param apiKey what it wants in the header {@code x-goog-api-key}
     * @param answers from a request's {@link Request#text} to a reply; called by several threads
     */
    public static GeminiStub answering(String apiKey, Function<String, GeminiReply> answers) {
        return new GeminiStub(apiKey, answers);
    }

    /** Starts a stub that answers with an empty JSON object wherever nothing is scripted. */
    public static GeminiStub start(String apiKey) {
        return answering(apiKey, text -> GeminiReply.text("{}"));
    }

    /** The tokens of a text by the stub's rule: a quarter of its characters, rounded up. */
    public static int tokens(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** The root of the API, with a slash at its end: {@code http://127.0.0.1:port/}. */
    public URI address() {
        return server.address();
    }

    /** Scripts replies, each for one request, in their order and behind those scripted before. */
    public void next(GeminiReply... replies) {
        scripted.addAll(List.of(replies));
    }

    /**
     * Scripts a reply that is held before anything of it is sent.
     *
     * @return what tells that the request arrived, and lets it go
     */
    public HeldRequest nextHeld(GeminiReply reply) {
        HeldRequest request = newHeld();
        next(reply.heldBefore(request));
        return request;
    }

    /**
     * Scripts a reply of which headers and half of the body are sent and the rest is held.
     *
     * @return what tells that it got there, and lets it go
     */
    public HeldRequest nextHeldInBody(GeminiReply reply) {
        HeldRequest request = newHeld();
        next(reply.delivered(Delivery.pausing(request)));
        return request;
    }

    /** Returns the requests so far in the order of their arrival, including refused and held ones. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Breaks off all connections and refuses new ones, for good. */
    public void stop() {
        server.stop();
    }

    /** Ends the stub; what is held is let go, and its connection breaks off. */
    @Override
    public void close() {
        held.forEach(HeldRequest::letGo);
        server.close();
    }

    private HeldRequest newHeld() {
        HeldRequest request = new HeldRequest("generateContent", 1);
        held.add(request);
        return request;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        requests.add(request);
        GeminiReply reply = refusal(request).orElseGet(() -> {
            GeminiReply next = scripted.poll();
            return next == null ? answers.apply(request.text()) : next;
        });
        reply.delivery().send(exchange, reply.to(request));
    }

    private Optional<GeminiReply> refusal(Request request) {
        if (!request.method().equals("POST") || request.model().isEmpty()) {
            return Optional.of(GeminiReply.html(404));
        }
        if (!request.headers().getOrDefault("x-goog-api-key", List.of()).equals(List.of(apiKey))) {
            return Optional.of(GeminiReply.invalidKey());
        }
        return complaint(request).map(message -> GeminiReply.error(400, "INVALID_ARGUMENT", message));
    }

    private static Optional<String> complaint(Request request) {
        JsonNode body;
        try {
            body = MAPPER.readTree(request.body());
        } catch (JsonProcessingException e) {
            return Optional.of("Invalid JSON payload received.");
        }
        for (String name : (Iterable<String>) body::fieldNames) {
            if (!KNOWN.contains(name)) {
                return Optional.of("Invalid JSON payload received. Unknown name \"" + name + "\": Cannot find field.");
            }
        }
        if (textOf(body.path("contents").path(0)).isEmpty()) {
            return Optional.of("* GenerateContentRequest.contents: contents is not specified");
        }
        JsonNode generation = body.path("generationConfig");
        if (generation.has("responseJsonSchema") && generation.has("responseSchema")) {
            return Optional.of("responseJsonSchema and responseSchema must not be set together");
        }
        boolean json = generation.path("responseMimeType").asText("").equals("application/json");
        return generation.has("responseJsonSchema") && !json
                ? Optional.of("responseJsonSchema needs responseMimeType application/json")
                : Optional.empty();
    }

    private static String textOf(JsonNode content) {
        StringBuilder text = new StringBuilder();
        content.path("parts").forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    /**
     * A request that arrived.
     *
     * @param method for example {@code POST}
     * @param address path and query as sent, without a host
     * @param headers the values by name, in whatever case the name is asked for
     * @param body the JSON as sent
     */
    public record Request(String method, URI address, Map<String, List<String>> headers, String body) {
        private static Request of(HttpExchange exchange) throws IOException {
            return new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    LocalServer.headers(exchange),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }

        /** The model that is asked; empty if the path is another. */
        public String model() {
            Matcher path = PATH.matcher(address.toString());
            return path.matches() ? path.group(1) : "";
        }

        /** The system's instructions and what the user says, with an empty line between them. */
        public String text() {
            return textOf(json().path("systemInstruction")) + "\n\n"
                    + textOf(json().path("contents").path(0));
        }

        private JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a request without JSON has no text", e);
            }
        }
    }
}
