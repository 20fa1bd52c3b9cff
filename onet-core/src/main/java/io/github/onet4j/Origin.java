package io.github.onet4j;

import java.util.Objects;

/**
 * The origin of a value.
 *
 * @param kind the publication of O*NET that has the value, or {@link Kind#ASSESSED} if it is not O*NET's
 * @param version the O*NET version it belongs to, for example {@code 31.0}; {@code unknown} where the web services
 *     did not tell; of {@link Kind#ASSESSED} the name of the language model
 */
public record Origin(Kind kind, String version) {
    /** Refuses null. */
    public Origin {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
    }

    /** The publications of O*NET, and values that are not O*NET's. */
    public enum Kind {
        /** A release, downloaded as a whole. */
        RELEASE,
        /** O*NET Web Services, asked over HTTP. */
        WEB_SERVICES,
        /** Assigned by a language model; not O*NET's. */
        ASSESSED
    }
}
