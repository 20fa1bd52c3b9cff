package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.JsonNode;

/** Quotes and compares texts of a reply. */
final class ReplyText {
    private static final int MAX_QUOTE_LENGTH = 60;

    private ReplyText() {}

    /** Returns a value as JSON, cut short if it is long. */
    static String quote(JsonNode value) {
        String json = value.toString();
        return json.length() <= MAX_QUOTE_LENGTH ? json : json.substring(0, MAX_QUOTE_LENGTH) + "…";
    }

    /** Returns true if the value is the expected text, ignoring case and punctuation. */
    static boolean isSame(JsonNode value, String expected) {
        return value.isTextual() && SkillNames.sameWords(value.textValue(), expected);
    }
}
