package io.github.onet4j.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON document that knows its path, so that each error says where it is. Immutable. */
public final class JsonValue {
    /** Decimals stay as they are written: binary fractions would change published figures. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String path;
    private final JsonNode node;

    private JsonValue(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /**
     * Parses a document.
     *
     * @throws JsonException if it is not JSON, or neither an object nor an array
     */
    public static JsonValue parse(String document) {
        JsonNode root;
        try {
            root = MAPPER.readTree(document);
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            // The JDK refuses some numbers that Jackson passes on. Not as the cause: its message quotes the document.
            throw new JsonException("the document is not JSON");
        }
        JsonValue value = new JsonValue("", root);
        if (!root.isContainerNode()) {
            throw value.mustBe("an object or an array");
        }
        return value;
    }

    /** Returns the value as Jackson has it. */
    public JsonNode node() {
        return node;
    }

    /** Returns a property; one that is missing is an empty value. */
    public JsonValue get(String name) {
        return new JsonValue(path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    /** Returns false if the value is missing or null. */
    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Returns the entries of an array. */
    public List<JsonValue> list() {
        if (!node.isArray()) {
            throw mustBe("an array");
        }
        List<JsonValue> entries = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            entries.add(new JsonValue(path + "[" + entries.size() + "]", entry));
        }
        return entries;
    }

    /** Returns the properties of an object, in their order. */
    public Map<String, JsonValue> properties() {
        if (!node.isObject()) {
            throw mustBe("an object");
        }
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        node.properties().forEach(each -> properties.put(each.getKey(), get(each.getKey())));
        return properties;
    }

    /** Returns a text, or a number or a boolean as text. */
    public String text() {
        return findText().orElseThrow(() -> mustBe("a text"));
    }

    /** Returns a text, or a number or a boolean as text; empty if the value is missing, null, an object or an array. */
    public Optional<String> findText() {
        return node.isValueNode() && isPresent() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** Returns a whole number, which may be written as text. */
    public int integer() {
        if (node.canConvertToInt() && node.isIntegralNumber()) {
            return node.intValue();
        }
        if (node.isTextual() && node.textValue().matches("\\d{1,9}")) {
            return Integer.parseInt(node.textValue());
        }
        throw mustBe("a whole number");
    }

    /** Returns an exception that names the path and the expected value, but does not quote the document. */
    public JsonException mustBe(String expected) {
        String place = path.isEmpty() ? "the document" : "\"" + path + "\"";
        return new JsonException(place + " must be " + expected
                + (node.isMissingNode() ? ", but is missing" : ", but was of type " + node.getNodeType()));
    }
}
