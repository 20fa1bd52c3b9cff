package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer that the document does not describe fails the test that gets it. */
final class ServedDocumentTest {
    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "of the test", "version": "v1"},
             "paths": {"/api/levels/{id}": {"get": {"responses": {
               "200": {"description": "", "content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Level"}}}},
               "404": {"description": "", "content": {"application/problem+json": {
                 "schema": {"$ref": "#/components/schemas/Problem"}}}}}}}},
             "components": {"schemas": {
               "Level": {"type": "object", "required": ["level", "error", "name"], "properties": {
                 "level": {"type": "number", "minimum": 0, "maximum": 7},
                 "error": {"type": ["number", "null"]},
                 "name": {"$ref": "#/components/schemas/Name"},
                 "rated": {"type": "string", "format": "date-time"}}},
               "Name": {"type": "object", "properties": {"text": {"type": "string"}}},
               "Problem": {"type": "object", "required": ["status"], "properties": {"status": {"type": "integer"}}}}}}
            """;

    private HttpServer server;
    private int status;
    private String type;
    private String body;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isDocument = exchange.getRequestURI().getPath().equals("/v3/api-docs");
            byte[] answer = (isDocument ? DOCUMENT : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type + ";charset=UTF-8");
            exchange.sendResponseHeaders(isDocument ? 200 : status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; application/json; {'level':3.5,'error':null,'name':{'text':'x'}}",
                "200; application/json; {'level':0,'error':0.5,'name':{},'rated':'2026-11-01T00:00:00Z'}",
                "404; application/problem+json; {'status':404}"
            })
    void whatIsDescribedPasses(int answered, String mediaType, String json) {
        assertThatCode(() -> get("/api/levels/1", answered, mediaType, json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; application/json; {'level':3,'error':null,'name':{},'more':1}; more",
                "200; application/json; {'level':3,'error':null,'name':{'title':'x'}}; title",
                "200; application/json; {'level':3,'name':{}}; error",
                "200; application/json; {'level':null,'error':null,'name':{}}; level",
                "200; application/json; {'level':7.5,'error':null,'name':{}}; level",
                "200; application/json; {'level':3,'error':null,'name':{},'rated':'today'}; rated",
                "200; text/plain; {'level':3,'error':null,'name':{}}; text/plain",
                "404; application/problem+json; {'status':404,'code':'x'}; code",
                "418; application/problem+json; {'status':418}; 418"
            })
    void whatIsNotDescribedFails(int answered, String mediaType, String json, String complaint) {
        assertThatThrownBy(() -> get("/api/levels/1", answered, mediaType, json))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aProblemWithNoOperationIsCheckedToo() {
        assertThatCode(() -> get("/api/nothing", 404, "application/problem+json", "{'status':404}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> get("/api/nothing", 404, "application/problem+json", "{'error':'x'}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("status");
    }

    private void get(String path, int answered, String mediaType, String json) {
        status = answered;
        type = mediaType;
        body = json.replace('\'', '"');
        new Client(server.getAddress().getPort()).get(path);
    }
}
