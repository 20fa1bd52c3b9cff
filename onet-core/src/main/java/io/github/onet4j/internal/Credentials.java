package io.github.onet4j.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The header that authorizes a request, and the removal of its secrets from every text that leaves a client.
 * Immutable.
 */
public final class Credentials {
    /** A shorter secret may appear in any text by chance. */
    private static final int MIN_REDACTED_LENGTH = 8;

    private static final int MAX_QUOTE_LENGTH = 300;

    private final String header;
    private final String value;
    private final List<String> secrets;

    private Credentials(String header, String value, String... secrets) {
        this.header = header;
        this.value = value;
        this.secrets = Stream.of(secrets).flatMap(Credentials::spellings).toList();
    }

    /** Returns credentials that send a key in a header of the service's own. */
    public static Credentials apiKey(String header, String apiKey) {
        Objects.requireNonNull(apiKey, "apiKey");
        // The JDK's own message would quote the value.
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "the API key must not be empty or contain spaces, line breaks or characters outside of ASCII");
        }
        return new Credentials(header, apiKey, apiKey);
    }

    /** Returns credentials for HTTP Basic. */
    public static Credentials basic(String username, String password) {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        if (username.isBlank() || username.contains(":") || password.isBlank()) {
            throw new IllegalArgumentException(
                    "user name and password must not be blank, and the user name must not contain a colon");
        }
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        String token = Base64.getEncoder().encodeToString(pair);
        return new Credentials("Authorization", "Basic " + token, token, password);
    }

    /** Replaces secrets that a body echoes. */
    public String redact(String body) {
        String redacted = body;
        for (String secret : secrets) {
            if (secret.length() >= MIN_REDACTED_LENGTH) {
                redacted = redacted.replace(secret, "***");
            }
        }
        return redacted;
    }

    /**
     * Returns the words of a service for use in a message, cut short where they are long; empty if they contain a
     * secret, even one that is short and may be there by chance.
     */
    public Optional<String> quotable(String text) {
        if (secrets.stream().anyMatch(text::contains)) {
            return Optional.empty();
        }
        return Optional.of(text.length() <= MAX_QUOTE_LENGTH ? text : text.substring(0, MAX_QUOTE_LENGTH) + "…");
    }

    String header() {
        return header;
    }

    String value() {
        return value;
    }

    /** Returns a secret as it is, and as JSON may escape it. */
    private static Stream<String> spellings(String secret) {
        StringBuilder quoted = new StringBuilder();
        secret.chars().forEach(c -> quoted.append(quoted((char) c)));
        return Stream.of(secret, quoted.toString(), quoted.toString().replace("/", "\\/"))
                .distinct();
    }

    private static String quoted(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c);
        };
    }
}
