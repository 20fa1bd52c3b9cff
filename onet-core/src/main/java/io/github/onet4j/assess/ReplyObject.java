package io.github.onet4j.assess;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the one JSON object of a reply among fences, greetings and remarks. */
final class ReplyObject {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final char[] text;

    private ReplyObject(String text) {
        this.text = text.toCharArray();
    }

    /** Returns the object under a key of the one object that has it; otherwise empty, with a problem added. */
    static Optional<JsonNode> find(String text, String key, List<String> problems) {
        List<JsonNode> found = new ReplyObject(text)
                .objects().stream().filter(object -> object.has(key)).toList();
        if (found.isEmpty()) {
            problems.add("the reply has no complete JSON object with the property " + key
                    + "; write that one object, whole and with no name twice in it");
            return Optional.empty();
        }
        if (found.size() > 1) {
            problems.add("the reply has " + found.size() + " JSON objects with the property " + key + "; write one");
            return Optional.empty();
        }
        JsonNode value = found.get(0).get(key);
        if (!value.isObject()) {
            problems.add(key + " is not an object; write an object");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** Returns every object that is not part of another one. */
    private List<JsonNode> objects() {
        List<JsonNode> objects = new ArrayList<>();
        int start = nextBrace(0);
        while (start < text.length) {
            start = nextBrace(read(start, objects));
        }
        return objects;
    }

    private int nextBrace(int from) {
        int i = from;
        while (i < text.length && text[i] != '{') {
            i++;
        }
        return i;
    }

    /** Reads the object that starts here, and returns the position to look for the next one from. */
    private int read(int start, List<JsonNode> objects) {
        try (JsonParser parser = MAPPER.getFactory().createParser(text, start, text.length - start)) {
            boolean isObject = add(parser, objects);
            int length = (int) parser.currentLocation().getCharOffset();
            // Text is never read twice, or a long reply that does not close its braces would take minutes.
            return start + (isObject ? length : Math.max(1, length - 1));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static boolean add(JsonParser parser, List<JsonNode> objects) throws IOException {
        try {
            objects.add(MAPPER.readTree(parser));
            return true;
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
