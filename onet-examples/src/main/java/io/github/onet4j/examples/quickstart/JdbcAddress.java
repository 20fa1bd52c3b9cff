package io.github.onet4j.examples.quickstart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address and credentials of the user's own database.
 *
 * @param url a JDBC URL of PostgreSQL or MySQL; it may contain user and password
 * @param user the user, or null if the URL contains it or none is needed
 * @param password the password, or null if the URL contains it or none is needed
 */
record JdbcAddress(
        String url, @Nullable String user, @Nullable String password) {
    private static final Pattern KNOWN = Pattern.compile("jdbc:(postgresql|mysql):.+");
    private static final Pattern SECRET_IN_URL = Pattern.compile("(?i)password=([^&;,)]+)|//[^/@]*:([^@]+)@");
    private static final String REDACTED = "****";

    boolean isOfKnownKind() {
        return KNOWN.matcher(url).matches();
    }

    /** Returns the text without the URL and without passwords. */
    String redact(String text) {
        String redacted = text.replace(url, toString());
        Matcher secrets = SECRET_IN_URL.matcher(url);
        while (secrets.find()) {
            redacted = redacted.replace(secrets.group(1) == null ? secrets.group(2) : secrets.group(1), REDACTED);
        }
        return password == null || password.isEmpty() ? redacted : redacted.replace(password, REDACTED);
    }

    /** Returns the URL without user, password and options, so that it can be shown. */
    @Override
    public String toString() {
        return url.replaceFirst("[?;(].*", "").replaceFirst("//.*@", "//");
    }
}
