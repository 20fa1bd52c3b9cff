package io.github.onet4j.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The mappers that hosts write results with, without a module or a setting for this library. */
public final class PlainJackson {
    private static final ObjectMapper JACKSON_2 = new ObjectMapper();
    private static final JsonMapper JACKSON_3 = new JsonMapper();

    private PlainJackson() {}

    /**
     * Writes a result with Jackson 2 and with Jackson 3 and compares, whatever the order of the properties is.
     *
     * @param result the result
     * @param expected its JSON, spaced in any way
     * @return what a mapper wrote instead, beside what is expected; empty if both wrote what is expected
     */
    public static List<String> deviations(Object result, String expected) {
        try {
            JsonNode tree = JACKSON_2.readTree(expected);
            List<String> deviations = new ArrayList<>();
            for (String written : List.of(JACKSON_2.writeValueAsString(result), JACKSON_3.writeValueAsString(result))) {
                if (!JACKSON_2.readTree(written).equals(tree)) {
                    deviations.add("\nexpected " + tree + "\n but was " + written);
                }
            }
            return deviations;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
