package io.github.onet4j;

import java.io.Serializable;
import java.util.Objects;

/**
 * An occupation of the O*NET-SOC taxonomy.
 *
 * @param code its O*NET-SOC code
 * @param title its title, for example {@code Chief Executives}
 * @param description the work of the people in it, in a sentence or more
 */
public record Occupation(OnetSocCode code, String title, String description) implements Serializable {
    /** Refuses null. */
    public Occupation {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
    }

    /** {@return {@link #code} as text, for serializers} */
    public String getCode() {
        return code.value();
    }

    /** Returns title and code, for example {@code Chief Executives (11-1011.00)}. */
    @Override
    public String toString() {
        return title + " (" + code + ")";
    }
}
