package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document that a service serves, as the judge of its answers. It is taken by its word: a status, a format
 * or a property that it does not describe is an error, as is a property that is missing, null or out of range.
 */
final class ServedDocument {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String LOCATION = "https://service.example/openapi.json";
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private ServedDocument(JsonNode document) {
        this.document = document;
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                registry -> registry.schemas(Map.of(LOCATION, withoutFurtherProperties(document)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    static ServedDocument of(String json) {
        return new ServedDocument(MAPPER.readTree(json));
    }

    /** The document allows properties to be added in the future; a test must know those of today. */
    private static String withoutFurtherProperties(JsonNode document) {
        JsonNode closed = document.deepCopy();
        closed.at("/components/schemas")
                .valueStream()
                .filter(schema -> schema.has("properties"))
                .forEach(schema -> ((ObjectNode) schema).put("unevaluatedProperties", false));
        return closed.toString();
    }

    /** Checks an answer of the API; what is not about an operation is checked if it is a problem. */
    void check(HttpResponse<String> response) {
        Optional<JsonNode> operation = operation(response.request());
        String type = mediaType(response);
        if (operation.isPresent()) {
            JsonNode described = operation.get().at("/responses/" + response.statusCode());
            assertThat(described.isObject())
                    .as(
                            "%s answers %d, which is not documented: %s",
                            of(response), response.statusCode(), response.body())
                    .isTrue();
            if (described.has("content")) {
                JsonNode content = described.get("content").path(type);
                assertThat(content.isObject())
                        .as("%s answers with %s, which is not documented", of(response), type)
                        .isTrue();
                check(of(response), content.at("/schema/$ref").asString(), response.body());
            }
        } else if (type.equals(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            check(of(response), PROBLEM, response.body());
        }
    }

    /** Checks a body that the service has accepted. */
    void checkAccepted(HttpRequest request, String body) {
        String schema = operation(request)
                .orElseThrow()
                .at("/requestBody/content/application~1json/schema/$ref")
                .asString();
        check("body of " + request.uri(), schema, body);
    }

    private void check(String what, String schema, String json) {
        assertThat(schemas.getSchema(SchemaLocation.of(LOCATION + schema)).validate(json, InputFormat.JSON))
                .as("%s by %s: %s", what, schema, json)
                .isEmpty();
    }

    private Optional<JsonNode> operation(HttpRequest request) {
        PathContainer path = PathContainer.parsePath(request.uri().getPath());
        return document.get("paths")
                .propertyStream()
                .filter(each ->
                        PathPatternParser.defaultInstance.parse(each.getKey()).matches(path))
                .map(each -> each.getValue().path(request.method().toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static String mediaType(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .map(type -> type.replaceFirst(";.*", ""))
                .orElse("");
    }

    private static String of(HttpResponse<?> response) {
        return response.request().method() + " " + response.request().uri();
    }
}
