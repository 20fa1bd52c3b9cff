package io.github.onet4j.internal.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.internal.JsonException;
import io.github.onet4j.internal.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A response of either version of the interface as JSON. Where the documentation leaves the structure open, every
 * structure that it allows is read. Methods throw {@link JsonException} if the response has another one.
 */
public final class ServiceAnswer {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    /** A number such as 1e999999999 is short until it is written out. */
    private static final int MAX_DIGITS = 100;

    private final WebResponse response;
    private final JsonValue root;

    private ServiceAnswer(WebResponse response, JsonValue root) {
        this.response = response;
        this.root = root;
    }

    /** Parses a response. */
    public static ServiceAnswer parse(WebResponse response) {
        return new ServiceAnswer(response, JsonValue.parse(response.body()));
    }

    /** Returns the error that a body reports; empty if it reports none, or is not JSON. */
    public static Optional<String> error(String body) {
        try {
            JsonNode error = JsonValue.parse(body).get("error").node();
            return error.isTextual() ? Optional.of(error.textValue()) : Optional.empty();
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    /** Returns true if the answer reports an error, whatever its status. */
    public boolean isError() {
        return root.get("error").isPresent();
    }

    /** Returns the JSON document. */
    public JsonValue json() {
        return root;
    }

    /** Reads the service's versions. */
    public ServiceInfo about(ApiVersion generation) {
        return new ServiceInfo(generation, version(root.get("database").node()));
    }

    /** Reads the list of tables, which is the document itself or its property {@code table}. */
    public List<Table> tables() {
        JsonValue list = root.node().isArray() ? root : root.get("table");
        return list.list().stream()
                .map(table -> new Table(
                        table.get("table_id").text(), table.get("title").text()))
                .toList();
    }

    /** Reads a page of rows. */
    public WebPage page() {
        List<WebRow> rows = new ArrayList<>();
        root.get("row").list().forEach(row -> rows.add(row(row)));
        return new WebPage(
                response,
                root.get("start").integer(),
                root.get("end").integer(),
                root.get("total").integer(),
                rows,
                next());
    }

    /** Reads the address of the next page: 2.0 has it at the top, 1.9 among the links. */
    private @Nullable String next() {
        String next = root.get("next").findText().orElse(null);
        for (JsonNode link : root.get("link").node()) {
            if ("next".equals(link.path("rel").asText())) {
                next = link.path("href").asText(null);
            }
        }
        return next;
    }

    private static WebRow row(JsonValue row) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        row.properties().forEach((name, value) -> {
            // Once seen in place of the documented id.
            String id = name.equals("o_net_soc_code") ? "onetsoc_code" : name;
            values.put(id, text(value));
        });
        return new WebRow(values);
    }

    private static @Nullable String text(JsonValue value) {
        if (value.node().isContainerNode()) {
            throw value.mustBe("a single value");
        }
        if (value.node().isNumber()) {
            BigDecimal number = value.node().decimalValue();
            if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                throw value.mustBe("a number of at most " + MAX_DIGITS + " digits");
            }
            String plain = number.toPlainString();
            return plain.contains(".") ? number.stripTrailingZeros().toPlainString() : plain;
        }
        return value.findText().orElse(null);
    }

    /** Finds the first number such as 31.0 in the texts of a node and of those below it. */
    private static @Nullable String version(JsonNode node) {
        if (node.isValueNode()) {
            return VERSION.matcher(node.asText())
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElse(null);
        }
        return StreamSupport.stream(node.spliterator(), false)
                .flatMap(child -> Optional.ofNullable(version(child)).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * A table that the service lists.
     *
     * @param id the id, for example {@code occupation_data}
     * @param title the title, for example {@code Occupation Data}
     */
    public record Table(String id, String title) {}
}
