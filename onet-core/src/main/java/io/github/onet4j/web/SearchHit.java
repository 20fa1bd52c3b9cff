package io.github.onet4j.web;

import io.github.onet4j.OnetSocCode;
import java.util.Objects;

/**
 * An occupation that {@link OnetWebServices#search} found.
 *
 * @param code the code
 * @param title the title
 */
public record SearchHit(OnetSocCode code, String title) {
    /** Refuses null. */
    public SearchHit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
    }

    /** {@return {@link #code} as text, for serializers} */
    public String getCode() {
        return code.value();
    }
}
