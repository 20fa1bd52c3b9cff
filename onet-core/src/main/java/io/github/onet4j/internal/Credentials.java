package io.github.onet4j.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request proves its right with: one header. Its secrets are kept out of every text that leaves a client. */
public final class Credentials {
    /** Shorter secrets would be found by chance in any text. */
    private static final int SHORTEST_TO_REDACT = 8;

    private static final int LONGEST_TO_TELL = 300;

    private final String header;
    private final String value;
    private final List<String> secrets;

    private Credentials(String header, String value, String... secrets) {
        this.header = header;
        this.value = value;
        this.secrets = Stream.of(secrets).flatMap(Credentials::spellings).toList();
    }

    /** A key that is sent in a header of the service's own. */
    public static Credentials apiKey(String header, String apiKey) {
        // The JDK would name a header's value in its complaint.
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "the API key is empty or has a character that no key has, such as a space or a line break");
        }
        return new Credentials(header, apiKey, apiKey);
    }

    /** User name and password of HTTP Basic. */
    public static Credentials basic(String username, String password) {
        if (username.isBlank() || username.contains(":") || password.isBlank()) {
            throw new IllegalArgumentException(
                    "user name and password must not be blank, nor the user name have a colon");
        }
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        String token = Base64.getEncoder().encodeToString(pair);
        return new Credentials("Authorization", "Basic " + token, token, password);
    }

    /** A body without the secrets that it may echo. */
    public String redact(String body) {
        String redacted = body;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_TO_REDACT) {
                redacted = redacted.replace(secret, "***");
            }
        }
        return redacted;
    }

    /**
     * What a service says, for a message: cut where it is long, and nothing if a secret is in it. A text that has a short one in
     * it by chance is better not told, either.
     */
    public Optional<String> tellable(String text) {
        if (secrets.stream().anyMatch(text::contains)) {
            return Optional.empty();
        }
        return Optional.of(text.length() <= LONGEST_TO_TELL ? text : text.substring(0, LONGEST_TO_TELL) + "…");
    }

    String header() {
        return header;
    }

    String value() {
        return value;
    }

    /** As it is, and as it may be written in JSON. */
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
