package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes the JSON documents and JSON Schemas of prompts. */
final class PromptJson {
    private static final int MAX_DECIMALS = 4;

    private PromptJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns a number with at most four decimals, and without a fraction of zero: 7, not 7.0. */
    static JsonNode number(double value) {
        return DecimalNode.valueOf(plain(value));
    }

    static String text(double value) {
        return plain(value).toPlainString();
    }

    private static BigDecimal plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(MAX_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Returns one line in which no text of the document looks like a tag, or like the end of a fence. */
    static String document(ObjectNode document) {
        // Outside of texts JSON has none of the three.
        return document.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("`", "\\u0060");
    }

    /** Returns the schema of an object with all of these properties and no others. */
    static ObjectNode objectSchema(ObjectNode properties) {
        ObjectNode schema = object().put("type", "object");
        schema.set("properties", properties);
        ArrayNode required = schema.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return schema.put("additionalProperties", false);
    }

    static ObjectNode listSchema(ObjectNode entry, int size) {
        ObjectNode schema = object().put("type", "array");
        schema.set("items", entry);
        return schema.put("minItems", size).put("maxItems", size);
    }

    static ObjectNode textSchema() {
        return object().put("type", "string");
    }

    static ObjectNode enumSchema(List<String> values) {
        ObjectNode schema = textSchema();
        values.forEach(schema.putArray("enum")::add);
        return schema;
    }

    static ObjectNode numberOrNullSchema(double minimum, double maximum) {
        ObjectNode schema = object();
        schema.putArray("type").add("number").add("null");
        schema.set("minimum", number(minimum));
        schema.set("maximum", number(maximum));
        return schema;
    }
}
