package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnetSocCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"15-1252.00", " 15-1252.00 ", "15-1252", "\t15-1252\n", "\u200315-1252\u2003"})
    void aCodeIsReadKindly(String text) {
        assertThat(OnetSocCode.parse(text)).hasToString("15-1252.00");
        assertThat(OnetSocCode.isCode(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "151252",
                "15-1252.0",
                "15-1252.000",
                "15–1252.00",
                "15-1252,00",
                "15-12 52.00",
                "１５-1252.00",
                "١٥-1252.00",
                "chief",
                "15-1252.00\u0000",
                "a15-1252.00"
            })
    void whatIsNoCodeIsRefusedWithTheFormThatIsExpected(String text) {
        assertThat(OnetSocCode.isCode(text)).isFalse();
        assertThatExceptionOfType(InvalidOnetSocCodeException.class)
                .isThrownBy(() -> OnetSocCode.parse(text))
                .withMessageContaining("dd-dddd.dd as in 15-1252.00")
                .satisfies(e -> assertThat(e.value()).isEqualTo(text.strip()));
    }

    @Test
    void theConstructorTakesTheFullFormOnly() {
        assertThat(new OnetSocCode("15-1252.00")).isEqualTo(OnetSocCode.parse("15-1252"));
        assertThatExceptionOfType(InvalidOnetSocCodeException.class).isThrownBy(() -> new OnetSocCode("15-1252"));
    }

    @Test
    void aCodeKnowsItsSocCodeAndGroups() {
        OnetSocCode code = OnetSocCode.parse("15-2051.01");
        assertThat(code.soc()).isEqualTo("15-2051");
        assertThat(code.broadOccupation()).isEqualTo("15-205");
        assertThat(code.minorGroup()).isEqualTo("15-20");
    }

    @Test
    void codesAreOrderedByTheirText() {
        assertThat(Stream.of("53-3033.00", "15-2051.01", "15-2051", "11-1011")
                        .map(OnetSocCode::parse)
                        .sorted()
                        .map(OnetSocCode::value))
                .containsExactly("11-1011.00", "15-2051.00", "15-2051.01", "53-3033.00");
    }
}
