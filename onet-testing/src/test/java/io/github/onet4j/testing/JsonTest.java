package io.github.onet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void escapesWhatMustNotStandInAText() {
        assertThat(Json.write("\"a\\b\"\n\r\t\u0001\u001f/O*NET®…\uD83D\uDE00"))
                .isEqualTo("\"\\\"a\\\\b\\\"\\n\\r\\t\\u0001\\u001f/O*NET®…\uD83D\uDE00\"");
    }

    @Test
    void writesEachKindOfValueAndKeepsTheOrder() {
        JsonObject object = new JsonObject()
                .put("z", List.of(1, true, "x"))
                .put("a\"", null)
                .put("m", new JsonObject())
                .put("n", new BigDecimal("1E+1"))
                .put("l", List.of());

        assertThat(Json.write(object)).isEqualTo("{\"z\":[1,true,\"x\"],\"a\\\"\":null,\"m\":{},\"n\":10,\"l\":[]}");
    }

    @Test
    void refusesWhatIsNoJsonValue() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
