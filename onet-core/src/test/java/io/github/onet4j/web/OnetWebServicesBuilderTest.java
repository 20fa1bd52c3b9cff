package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnetWebServicesBuilderTest {
    private static final String KEY = "s3cret-k3y";

    @Test
    void eachVersionHasItsOwnAddress() {
        assertThat(OnetWebServices.v2(KEY).build())
                .hasToString("O*NET Web Services 2.0 at https://api-v2.onetcenter.org/");
        assertThat(OnetWebServices.v1_9("user", KEY).build())
                .hasToString("O*NET Web Services 1.9 at https://services.onetcenter.org/v1.9/ws/");
    }

    @Test
    void neitherABuilderNorAClientShowsACredential() {
        assertThat(OnetWebServices.v2(KEY)).hasToString("O*NET Web Services 2.0 at api-v2.onetcenter.org");
        assertThat(OnetWebServices.v1_9("user", KEY)).hasToString("O*NET Web Services 1.9 at services.onetcenter.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a key", "s3cret\r\nX-Other: 1", "s3cret\n", "s3cret\u0000", "s3crét"})
    void whatCanNotBeAKeyIsRefusedAndNotShown(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnetWebServices.v2(key))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr", "X-Other", "a key,"));
    }

    @Test
    void whatCanNotBeAUserNameOrAPasswordIsRefusedAndNotShown() {
        for (String[] pair :
                new String[][] {{"", "hunter2"}, {" ", "hunter2"}, {"us:er", "hunter2"}, {"user", ""}, {"user", " "}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OnetWebServices.v1_9(pair[0], pair[1]))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "us:er"));
        }
    }
}
