package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest {
    private static final String KEY = "s3cret-k3y";

    @Test
    void eachGenerationHasItsOwnAddress() {
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

    @Test
    void anAddressMayLackItsLastSlash() {
        assertThat(OnetWebServices.v2(KEY)
                        .baseAddress(URI.create("https://gateway.example/onet"))
                        .build())
                .hasToString("O*NET Web Services 2.0 at https://gateway.example/onet/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1/ws", "http://[::1]:1/"})
    void plainHttpIsForThisMachineOnly(String address) {
        assertThat(OnetWebServices.v2(KEY).baseAddress(URI.create(address)).build())
                .asString()
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api-v2.onetcenter.org/",
                "http://localhost.example/",
                "http://127.0.0.1.example/",
                "ftp://localhost/",
                "//localhost/",
                "/ws/",
                "mailto:me@example.org",
                "https:///ws/",
                "https://api-v2.onetcenter.org/?client=me",
                "https://api-v2.onetcenter.org/#top"
            })
    void anAddressThatCredentialsMustNotGoToIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OnetWebServices.v2(KEY).baseAddress(URI.create(address)).build())
                .withMessageStartingWith("baseAddress is ")
                .withMessageContaining("expected is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://me:hunter2@api-v2.onetcenter.org/", "http://me:hunter2@localhost/", "https://hunter2@x/"
            })
    void anAddressWithAUserIsRefusedAndNotShown(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OnetWebServices.v2(KEY).baseAddress(URI.create(address)).build())
                .withMessageContaining("without user")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "me:"));
        assertThat(OnetWebServices.v2(KEY).baseAddress(URI.create(address)).toString())
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @MethodSource
    void anOptionOutOfItsRangeIsRefused(Consumer<OnetWebServices.Builder> option) {
        OnetWebServices.Builder builder = OnetWebServices.v2(KEY);
        option.accept(builder);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining(" is ")
                .withMessageContaining("; expected is ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
    }

    static Stream<Consumer<OnetWebServices.Builder>> anOptionOutOfItsRangeIsRefused() {
        Duration negative = Duration.ofNanos(-1);
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        return Stream.of(
                builder -> builder.timeout(Duration.ZERO),
                builder -> builder.timeout(Duration.ofNanos(999_999)),
                builder -> builder.timeout(endless),
                builder -> builder.retries(-1),
                builder -> builder.retries(21),
                builder -> builder.longestRetryDelay(negative),
                builder -> builder.longestRetryDelay(endless),
                builder -> builder.minimumInterval(negative),
                builder -> builder.minimumInterval(endless));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALWAYS", "NORMAL"})
    void aClientThatFollowsRedirectsIsRefused(String redirect) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.valueOf(redirect))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnetWebServices.v2(KEY).httpClient(client).build())
                .withMessageContaining("httpClient.followRedirects is " + redirect);
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

    @ParameterizedTest
    @ValueSource(strings = {"", "Skills", "skills/../x", "skills?x=1", "ıd"})
    void whatCanNotBeAnIdIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> RowQuery.of(id));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowQuery.of("skills").where(id, RowQuery.Operator.EQ, "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowQuery.of("skills").sortBy(id));
    }

    @Test
    void aQueryTellsWhatItAsksFor() {
        RowQuery query = RowQuery.of("skills")
                .where("onetsoc_code", RowQuery.Operator.EQ, "15-1251.00")
                .sortBy("element_id")
                .sortByDescending("data_value");

        assertThat(query).hasToString("skills[onetsoc_code.eq.15-1251.00] by [element_id, data_value.descending]");
        assertThat(query.parameters(1, 20))
                .isEqualTo("filter=onetsoc_code.eq.15-1251.00&sort=element_id&sort=data_value.descending"
                        + "&start=1&end=20");
    }
}
