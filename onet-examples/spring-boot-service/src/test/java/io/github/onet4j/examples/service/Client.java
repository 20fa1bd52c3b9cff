package io.github.onet4j.examples.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client of the service that checks every answer by the OpenAPI document of the service. */
final class Client {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<Integer, ServedDocument> DOCUMENTS = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final ServedDocument document;

    Client(int port) {
        this.root = URI.create("http://127.0.0.1:" + port);
        // Once for each service, before any of them begins to stop.
        this.document = DOCUMENTS.computeIfAbsent(port, each -> ServedDocument.of(requestDocument()));
    }

    private String requestDocument() {
        return exchange(request("GET", "/v3/api-docs", HttpRequest.BodyPublishers.noBody()))
                .body();
    }

    /** Requests a path with its query; headers are alternating names and values. */
    Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    Answer send(String method, String path, String... headers) {
        return send(request(method, path, HttpRequest.BodyPublishers.noBody(), headers));
    }

    /** Posts JSON. */
    Answer post(String path, String json) {
        Answer answer = post(path, HttpRequest.BodyPublishers.ofString(json), "Content-Type", "application/json");
        if (answer.status() == 200) {
            document.checkAccepted(answer.response().request(), json);
        }
        return answer;
    }

    Answer post(String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request("POST", path, body, headers));
    }

    private Answer send(HttpRequest request) {
        return checked(exchange(request));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    CompletableFuture<Answer> ask(String path) {
        return http.sendAsync(
                        request("GET", path, HttpRequest.BodyPublishers.noBody()), HttpResponse.BodyHandlers.ofString())
                .thenApply(this::checked);
    }

    private Answer checked(HttpResponse<String> response) {
        document.check(response);
        return new Answer(response);
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** A response. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return MAPPER.readTree(text());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
