package io.github.onet4j.person;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.OptionCheck;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An occupation that a person holds or has held.
 *
 * @param code the occupation
 * @param years how long, in years, above 0; null if that is unknown
 */
public record HeldOccupation(OnetSocCode code, @Nullable Double years) {
    /**
     * Creates the value.
     *
     * @throws IllegalArgumentException if the years are not above 0 and finite
     */
    public HeldOccupation {
        Objects.requireNonNull(code, "code");
        OptionCheck.check(years == null || (years > 0 && Double.isFinite(years)), "years", "above 0 and finite", years);
    }

    /** {@return {@link #code} as text, for serializers} */
    public String getCode() {
        return code.value();
    }
}
