package io.github.onet4j.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the order in which its members are put; {@link Json} writes it. */
final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Adds or replaces a member: a text, number, boolean, object, list of these, or null. */
    JsonObject put(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    JsonObject copy() {
        JsonObject copy = new JsonObject();
        copy.members.putAll(members);
        return copy;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }
}
