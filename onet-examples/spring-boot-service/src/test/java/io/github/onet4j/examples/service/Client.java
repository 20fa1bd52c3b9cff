package io.github.onet4j.examples.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client of the service. */
final class Client {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;

    Client(int port) {
        this.root = URI.create("http://127.0.0.1:" + port);
    }

    /** Requests a path with its query; headers are alternating names and values. */
    Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    Answer send(String method, String path, String... headers) {
        return send(path, request(method, path, HttpRequest.BodyPublishers.noBody(), headers));
    }

    /** Posts JSON. */
    Answer post(String path, String json) {
        return post(path, HttpRequest.BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    Answer post(String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(path, request("POST", path, body, headers));
    }

    private Answer send(String path, HttpRequest request) {
        try {
            return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer to " + path, e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    CompletableFuture<Answer> ask(String path) {
        return http.sendAsync(
                        request("GET", path, HttpRequest.BodyPublishers.noBody()), HttpResponse.BodyHandlers.ofString())
                .thenApply(Answer::new);
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
