package io.github.onet4j;

import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The code of an occupation in the O*NET-SOC taxonomy: six digits of the Standard Occupational Classification and two
 * of O*NET's own, as in {@code 15-1252.00}. Ordered by its text.
 *
 * @param value the code in its full form, {@code dd-dddd.dd}
 */
public record OnetSocCode(String value) implements Comparable<OnetSocCode>, Serializable {
    private static final Pattern FULL = Pattern.compile("[0-9]{2}-[0-9]{4}\\.[0-9]{2}");
    private static final Pattern SOC = Pattern.compile("[0-9]{2}-[0-9]{4}");

    /**
     * Creates a code from its full form.
     *
     * @throws InvalidOnetSocCodeException if the value is not of the form {@code dd-dddd.dd}
     */
    public OnetSocCode {
        Objects.requireNonNull(value, "value");
        if (!FULL.matcher(value).matches()) {
            throw new InvalidOnetSocCodeException(value);
        }
    }

    /**
     * Reads a code kindly: space around it is ignored, and a six-digit SOC code means its {@code .00} occupation.
     *
     * @param text for example {@code 15-1252.00}, {@code 15-1252} or {@code " 15-1252.00 "}
     * @return the code
     * @throws InvalidOnetSocCodeException if the text is neither
     */
    public static OnetSocCode parse(String text) {
        String stripped = Objects.requireNonNull(text, "text").strip();
        return new OnetSocCode(SOC.matcher(stripped).matches() ? stripped + ".00" : stripped);
    }

    /**
     * Tells whether {@link #parse} would accept a text.
     *
     * @param text any text
     * @return true if it is a code
     */
    public static boolean isCode(String text) {
        String stripped = Objects.requireNonNull(text, "text").strip();
        return FULL.matcher(stripped).matches() || SOC.matcher(stripped).matches();
    }

    /**
     * Returns the six-digit code of the Standard Occupational Classification that this occupation belongs to.
     *
     * @return for example {@code 15-1252}
     */
    public String soc() {
        return value.substring(0, 7);
    }

    /**
     * Returns the start of the code that the occupations of one SOC broad occupation share.
     *
     * @return for example {@code 15-125}
     */
    public String broadOccupation() {
        return value.substring(0, 6);
    }

    /**
     * Returns the start of the code that the occupations of one SOC minor group share.
     *
     * @return for example {@code 15-12}
     */
    public String minorGroup() {
        return value.substring(0, 5);
    }

    @Override
    public int compareTo(OnetSocCode other) {
        Objects.requireNonNull(other, "other");
        return value.compareTo(other.value);
    }

    /** Returns the code in its full form. */
    @Override
    public String toString() {
        return value;
    }
}
