package io.github.onet4j.web;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The answers of both generations as JSON. Of what is open about their forms, every one is read. */
final class Json {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    /** A number such as 1e999999999 is short, but not when it is written out. */
    private static final int MOST_DIGITS = 100;

    /** Decimals stay as they are written: binary fractions would change published figures. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final WebResponse response;
    private final JsonNode root;

    private Json(WebResponse response, JsonNode root) {
        this.response = response;
        this.root = root;
    }

    /** Reads an answer, or throws if it is no JSON. */
    static Json read(WebResponse response) {
        JsonNode root;
        try {
            root = MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            // Not as the cause: its message has a piece of the body.
            throw unreadable(response, "the answer is no JSON");
        }
        if (!root.isContainerNode()) {
            throw unreadable(response, "the answer is no JSON object and no array");
        }
        return new Json(response, root);
    }

    /** The error that an answer tells, or nothing if it is no JSON or tells none. */
    static Optional<String> error(String body) {
        try {
            JsonNode error = MAPPER.readTree(body).get("error");
            return error == null || !error.isTextual() ? Optional.empty() : Optional.of(error.textValue());
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** Whether the answer tells an error, whatever its status. */
    boolean tellsError() {
        return root.hasNonNull("error");
    }

    WebPage page() {
        List<WebRow> rows = new ArrayList<>();
        array("row").forEach(row -> rows.add(row(row)));
        return new WebPage(response, number("start"), number("end"), number("total"), rows, next());
    }

    ServiceInfo about(ApiVersion generation) {
        return new ServiceInfo(
                generation,
                firstText(root.get("api_version")),
                version(root.get("database")),
                firstText(root.get("taxonomy")));
    }

    /** A list at the top, or the only list below it: of 1.9 the form was not seen. */
    List<WebTable> tables() {
        List<WebTable> tables = new ArrayList<>();
        list("table")
                .forEach(table -> tables.add(
                        new WebTable(text(table, "table_id"), text(table, "title"), optional(table, "description"))));
        return tables;
    }

    List<WebColumn> columns() {
        List<WebColumn> columns = new ArrayList<>();
        array("column")
                .forEach(column -> columns.add(new WebColumn(
                        text(column, "column_id"),
                        text(column, "title"),
                        optional(column, "description"),
                        text(column, "type"),
                        optional(column, "format"),
                        column.path("optional").asBoolean())));
        return columns;
    }

    JsonNode array(String name) {
        JsonNode array = root.get(name);
        if (array == null || !array.isArray()) {
            throw unreadable(response, "the answer has no list \"" + name + "\"");
        }
        return array;
    }

    int number(String name) {
        JsonNode number = root.get(name);
        if (number != null && number.canConvertToInt() && number.isIntegralNumber()) {
            return number.intValue();
        }
        if (number != null && number.isTextual() && number.textValue().matches("\\d{1,9}")) {
            return Integer.parseInt(number.textValue());
        }
        throw unreadable(response, "the answer has no whole number \"" + name + "\"");
    }

    String text(JsonNode object, String name) {
        String text = optional(object, name);
        if (text == null) {
            throw unreadable(response, "an entry of the answer has no \"" + name + "\"");
        }
        return text;
    }

    WebServicesException unreadable(String message) {
        return unreadable(response, message);
    }

    private JsonNode list(String name) {
        return root.isArray() ? root : array(name);
    }

    /** 2.0 has the address of the next page at the top, 1.9 among the links. */
    private @Nullable String next() {
        String next = optional(root, "next");
        for (JsonNode link : root.path("link")) {
            if ("next".equals(optional(link, "rel"))) {
                next = optional(link, "href");
            }
        }
        return next;
    }

    private WebRow row(JsonNode row) {
        if (!row.isObject()) {
            throw unreadable(response, "a row is no JSON object");
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            // Once seen in place of the documented id.
            String id = field.getKey().equals("o_net_soc_code") ? "onetsoc_code" : field.getKey();
            values.put(id, value(id, field.getValue()));
        }
        return new WebRow(values);
    }

    private @Nullable String value(String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw unreadable(response, "\"" + name + "\" of a row is no single value");
        }
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            if (Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS) {
                throw unreadable(response, "\"" + name + "\" of a row is no number that a table could have");
            }
            String plain = value.decimalValue().toPlainString();
            return plain.contains(".")
                    ? value.decimalValue().stripTrailingZeros().toPlainString()
                    : plain;
        }
        return value.asText();
    }

    private static @Nullable String optional(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
    }

    /** The node's text, or the first below it: whether it is a text or an object with a name is open. */
    private static @Nullable String firstText(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isValueNode()) {
            return node.asText();
        }
        for (JsonNode child : node) {
            String text = firstText(child);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The first number of the form 31.0 in any text of or below the node. */
    private static @Nullable String version(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isValueNode()) {
            Matcher version = VERSION.matcher(node.asText());
            return version.find() ? version.group() : null;
        }
        for (JsonNode child : node) {
            String version = version(child);
            if (version != null) {
                return version;
            }
        }
        return null;
    }

    private static WebServicesException unreadable(WebResponse response, String message) {
        return WebServicesException.of(WebServicesException.Reason.UNREADABLE, response.address(), message);
    }
}
