package io.github.onet4j.internal;

import org.jspecify.annotations.Nullable;

/** Refuses options that are out of range, all with the same words. */
public final class OptionCheck {
    private OptionCheck() {}

    /**
     * Checks an option.
     *
     * @param range completes the sentence "option must be …"
     * @throws IllegalArgumentException if the option is not valid
     */
    public static void check(boolean valid, String option, String range, @Nullable Object value) {
        if (!valid) {
            throw new IllegalArgumentException(option + " must be " + range + ", but was " + value);
        }
    }
}
