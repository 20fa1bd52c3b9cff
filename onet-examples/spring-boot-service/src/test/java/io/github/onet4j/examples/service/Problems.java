package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.service.Client.Answer;
import java.util.Locale;

/** Assertions about every error. */
final class Problems {
    private Problems() {}

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.json().at("/title").asString()).isNotBlank();
        assertThat(answer.text().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "exception", "at io.github", "at org.", "select ", "jdbc:", "onet_", "hikari", "127.0.0.1");
    }
}
