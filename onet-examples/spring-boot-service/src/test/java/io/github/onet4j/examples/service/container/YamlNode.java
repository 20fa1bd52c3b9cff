package io.github.onet4j.examples.service.container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML document.
 *
 * @param value a map, a list, a scalar, or null
 */
record YamlNode(@Nullable Object value) {
    static YamlNode of(@Nullable Object value) {
        return new YamlNode(value);
    }

    /** Returns the node at the end of the keys, an empty one where there is none. */
    YamlNode at(String... keys) {
        YamlNode node = this;
        for (String key : keys) {
            node = of(node.map().get(key));
        }
        return node;
    }

    boolean isEmpty() {
        return value == null;
    }

    String text() {
        return String.valueOf(value);
    }

    List<YamlNode> list() {
        return value instanceof List<?> list ? list.stream().map(YamlNode::of).toList() : List.of();
    }

    List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** The names and values of a map, in their order. */
    Map<String, YamlNode> entries() {
        return map().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> of(entry.getValue()),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private Map<?, ?> map() {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
