package io.github.onet4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.web.OnetWebServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that every client has, on the builder of one. */
class ServiceClientBuilderTest {
    private static final String KEY = "s3cret-k3y";

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
                .withMessageStartingWith("baseAddress must be ")
                .withMessageContaining(", but was ");
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
                .withMessageContaining(" must be between ")
                .withMessageContaining(", but was ")
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
                builder -> builder.maxRetryDelay(negative),
                builder -> builder.maxRetryDelay(endless),
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
                .withMessageContaining("httpClient.followRedirects must be NEVER");
    }
}
