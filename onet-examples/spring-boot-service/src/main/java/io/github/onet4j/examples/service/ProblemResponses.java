package io.github.onet4j.examples.service;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;

/**
 * Adds to each operation the problems that all of them can give, and to each problem the schema of its body. The
 * problems of some operations are annotated there.
 */
final class ProblemResponses implements OpenApiCustomizer {
    private static final Map<String, Class<?>> BODIES = Map.of(
            "400", RefusedRequest.class,
            "404", UnknownOccupation.class,
            "409", UnratedOccupation.class,
            "503", Unavailable.class);

    private final boolean hasApiKey;
    private final boolean hasCors;

    ProblemResponses(OnetProperties properties) {
        this.hasApiKey = properties.apiKey() != null;
        this.hasCors = !properties.cors().allowedOrigins().isEmpty();
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> describe(operation, document)));
    }

    private void describe(Operation operation, OpenAPI document) {
        Map<String, ApiResponse> responses = new TreeMap<>(operation.getResponses());
        addCommon(responses);
        ApiResponses described = new ApiResponses();
        responses.forEach((status, response) -> {
            if (!status.startsWith("2") && !status.equals("403")) {
                response.content(body(BODIES.getOrDefault(status, Problem.class), document));
            }
            described.addApiResponse(status, response);
        });
        operation.setResponses(described);
    }

    private void addCommon(Map<String, ApiResponse> responses) {
        responses.putIfAbsent("400", new ApiResponse().description("A parameter is malformed, unknown or repeated"));
        if (hasApiKey) {
            responses.put(
                    "401",
                    new ApiResponse()
                            .description("The API key is missing or wrong")
                            .addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, header("string", "ApiKey")));
        }
        if (hasCors) {
            responses.put("403", new ApiResponse().description("The page that asks is of an origin that may not"));
        }
        responses.put("406", new ApiResponse().description("The header Accept names no format that includes JSON"));
        responses.put("500", new ApiResponse().description("The service failed; its log says why"));
        responses.put(
                "503",
                new ApiResponse()
                        .description("The database or O*NET Web Services are unavailable, or no release is active")
                        .addHeaderObject(
                                HttpHeaders.RETRY_AFTER, header("integer", "After how many seconds to try again")));
    }

    private static Header header(String type, String description) {
        return new Header().description(description).schema(new JsonSchema().typesItem(type));
    }

    private static Content body(Class<?> type, OpenAPI document) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        document.getComponents().getSchemas().putAll(resolved.referencedSchemas);
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(resolved.schema));
    }
}
