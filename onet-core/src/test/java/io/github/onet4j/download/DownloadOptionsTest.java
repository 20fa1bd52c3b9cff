package io.github.onet4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadOptionsTest {
    private static final DownloadOptions DEFAULTS = DownloadOptions.DEFAULTS;

    @Test
    void theDefaultIsTheTextArchiveOfTheResourceCenter() {
        assertThat(DEFAULTS.baseAddress()
                        .resolve(OfficialArchive.of("31.0", DEFAULTS.layout()).fileName()))
                .hasToString("https://www.onetcenter.org/dl_files/database/db_31_0_text.zip");
        assertThat(DEFAULTS.maxBytes()).isEqualTo(64 * 1024 * 1024);
    }

    @Test
    void theLastPartOfAnAddressIsAFolder() {
        assertThat(DEFAULTS.baseAddress(URI.create("http://mirror.example.org/onet"))
                        .baseAddress())
                .hasToString("http://mirror.example.org/onet/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:secret@mirror.example.org/",
                "https://secret@mirror.example.org/",
                "https://mirror.example.org/?token=secret",
                "https://mirror.example.org/#secret",
                "secret/folder"
            })
    void anAddressThatMayHoldASecretIsRefusedWithoutIt(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.baseAddress(URI.create(address)))
                .withMessageStartingWith("baseAddress must be an address without user, query and fragment, but was ")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://mirror.example.org/", "file://host/folder/"})
    void anAddressOfAnotherSchemeIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.baseAddress(URI.create(address)))
                .withMessage("baseAddress must be http or https, but was " + address);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.timeout(Duration.ZERO))
                .withMessage("timeout must be between PT0.001S and PT24H, but was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.timeout(Duration.ofDays(2)))
                .withMessage("timeout must be between PT0.001S and PT24H, but was PT48H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.maxBytes(0))
                .withMessage("maxBytes must be at least 1, but was 0");
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.httpClient(following))
                .withMessage("httpClient.followRedirects must be NEVER, because the download checks where a redirect"
                        + " leads, but was NORMAL");
    }
}
