package io.github.onet4j.testing;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON by RFC 8259. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String write(@Nullable Object value) {
        Json json = new Json();
        json.value(value);
        return json.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof Iterable<?> array) {
            array(array);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof BigDecimal number) {
            out.append(number.toPlainString());
        } else if (value == null || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private void object(JsonObject object) {
        out.append('{');
        Iterator<? extends Map.Entry<String, ?>> members =
                object.members().entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, ?> member = members.next();
            text(member.getKey());
            out.append(':');
            value(member.getValue());
            separator(members);
        }
        out.append('}');
    }

    private void array(Iterable<?> array) {
        out.append('[');
        Iterator<?> values = array.iterator();
        while (values.hasNext()) {
            value(values.next());
            separator(values);
        }
        out.append(']');
    }

    private void separator(Iterator<?> following) {
        if (following.hasNext()) {
            out.append(',');
        }
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(c -> character((char) c));
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
