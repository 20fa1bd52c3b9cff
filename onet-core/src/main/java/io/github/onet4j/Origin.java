package io.github.onet4j;

/**
 * Where a value came from.
 *
 * @param kind which of O*NET's two publications it was taken from, or that it is not O*NET's
 * @param version the O*NET version it belongs to, for example {@code 31.0}; {@code unknown} where the web services did not tell;
 *     of {@link Kind#ASSESSED} the name of the language model
 */
public record Origin(Kind kind, String version) {
    /** How O*NET publishes its database, and what it does not publish. */
    public enum Kind {
        /** A release, downloaded as a whole. */
        RELEASE,
        /** O*NET Web Services, asked over HTTP. */
        WEB_SERVICES,
        /** Assigned by a language model; not O*NET's. */
        ASSESSED
    }
}
