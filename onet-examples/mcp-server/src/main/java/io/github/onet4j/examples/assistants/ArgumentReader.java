package io.github.onet4j.examples.assistants;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the arguments of a tool, and refuses what its schema does not allow. */
final class ArgumentReader<A> {
    private static final int MOST_PROBLEMS = 5;

    private final Class<A> type;
    private final ObjectNode json;
    private final Schema schema;

    ArgumentReader(Class<A> type) {
        this.type = type;
        this.json = Schemas.ofArguments(type);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    String schema() {
        return json.toString();
    }

    A read(String arguments) {
        JsonNode given = withoutNulls(parse(arguments));
        List<Error> errors =
                schema.validate(given, context -> context.executionConfig(config -> config.locale(Locale.ROOT)));
        if (!errors.isEmpty()) {
            throw new RefusedCallException(errors.stream()
                    .limit(MOST_PROBLEMS)
                    .map(this::problem)
                    .distinct()
                    .collect(Collectors.joining(" ")));
        }
        return Schemas.JSON.treeToValue(given, type);
    }

    private static JsonNode parse(String arguments) {
        try {
            return Schemas.JSON.readTree(arguments);
        } catch (JacksonException e) {
            // Its message would quote the arguments.
            throw new RefusedCallException("The arguments are not a JSON object.", e);
        }
    }

    /** Models that must name every argument pass null for those that need not be given. */
    private static JsonNode withoutNulls(JsonNode arguments) {
        if (arguments instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        arguments.forEach(ArgumentReader::withoutNulls);
        return arguments;
    }

    /** Says what is wrong and what is allowed, without what was given unless it is a name, and then as a quotation. */
    private String problem(Error error) {
        String place =
                error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        return switch (error.getKeyword()) {
            case "required" -> "The argument " + inside(place, error.getProperty()) + " is missing.";
            case "additionalProperties" ->
                "There is no argument " + Text.quoted(inside(place, error.getProperty()))
                        + (place.isEmpty()
                                ? "; there are "
                                        + String.join(
                                                ", ", json.get("properties").propertyNames())
                                : "")
                        + ".";
            case "enum" ->
                "The argument " + place + " must be one of "
                        + String.join(
                                ", ",
                                error.getSchemaNode()
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList()) + ".";
            default -> (place.isEmpty() ? "The arguments" : "The argument " + place) + ": " + error.getMessage() + ".";
        };
    }

    private static String inside(String place, String property) {
        return place.isEmpty() ? property : place + "." + property;
    }
}
