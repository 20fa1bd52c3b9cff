package io.github.onet4j.examples.quickstart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the user's own database is, and who asks.
 *
 * @param url a JDBC URL of PostgreSQL or MySQL; may have the user and the password in it
 * @param user the user, or null if the URL says or none is needed
 * @param password the password, or null if the URL says or none is needed
 */
record JdbcAddress(
        String url, @Nullable String user, @Nullable String password) {
    private static final Pattern KNOWN = Pattern.compile("jdbc:(postgresql|mysql):.+");
    private static final Pattern SECRET_IN_URL = Pattern.compile("(?i)password=([^&;,)]+)|//[^/@]*:([^@]+)@");
    private static final String REDACTED = "****";

    boolean isOfKnownKind() {
        return KNOWN.matcher(url).matches();
    }

    /** The text without the URL and the passwords that may stand in it. */
    String redact(String text) {
        String redacted = text.replace(url, toString());
        Matcher secrets = SECRET_IN_URL.matcher(url);
        while (secrets.find()) {
            redacted = redacted.replace(secrets.group(1) == null ? secrets.group(2) : secrets.group(1), REDACTED);
        }
        return password == null || password.isEmpty() ? redacted : redacted.replace(password, REDACTED);
    }

    /** The URL as it may be shown: without its user, its password and its options. */
    @Override
    public String toString() {
        return url.replaceFirst("[?;(].*", "").replaceFirst("//.*@", "//");
    }
}
