package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.JsonNode;

/** Pieces of a reply as they stand in a problem, and texts of it that must be certain ones. */
final class ReplyText {
    private static final int LONGEST_QUOTE = 60;

    private ReplyText() {}

    /** A value as JSON, cut short where it is long. */
    static String quote(JsonNode value) {
        String json = value.toString();
        return json.length() <= LONGEST_QUOTE ? json : json.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Whether the value is a text that differs from the expected one in nothing but case and punctuation. */
    static boolean isSame(JsonNode value, String expected) {
        return value.isTextual() && SkillNames.sameWords(value.textValue(), expected);
    }
}
