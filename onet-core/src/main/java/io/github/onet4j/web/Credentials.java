package io.github.onet4j.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What a request proves its right with: one header. Its secrets are kept out of every text that leaves the client. */
final class Credentials {
    /** Shorter secrets would be found by chance in any text. */
    private static final int SHORTEST_TO_REDACT = 8;

    private final String header;
    private final String value;
    private final List<String> secrets;

    private Credentials(String header, String value, String... secrets) {
        this.header = header;
        this.value = value;
        this.secrets = Stream.of(secrets).flatMap(Credentials::spellings).toList();
    }

    static Credentials apiKey(String apiKey) {
        // The JDK would name a header's value in its complaint.
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "the API key is empty or has a character that no key has, such as a space or a" + " line break");
        }
        return new Credentials("X-API-Key", apiKey, apiKey);
    }

    static Credentials basic(String username, String password) {
        if (username.isBlank() || username.contains(":") || password.isBlank()) {
            throw new IllegalArgumentException(
                    "user name and password must not be blank, nor the user name have a colon");
        }
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        String token = Base64.getEncoder().encodeToString(pair);
        return new Credentials("Authorization", "Basic " + token, token, password);
    }

    /** As it is, and as it may be written in JSON. */
    private static Stream<String> spellings(String secret) {
        String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(secret));
        return Stream.of(secret, quoted, quoted.replace("/", "\\/")).distinct();
    }

    String header() {
        return header;
    }

    String value() {
        return value;
    }

    /** Whether a text has a secret in it; a message with a short one in it by chance is better not shown, either. */
    boolean areIn(String text) {
        return secrets.stream().anyMatch(text::contains);
    }

    /** A body without the secrets that it may echo. */
    String redact(String body) {
        String redacted = body;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_TO_REDACT) {
                redacted = redacted.replace(secret, "***");
            }
        }
        return redacted;
    }
}
