package io.github.onet4j;

import java.util.Objects;

/**
 * A scale that ratings are given on (Scales Reference).
 *
 * @param id its id, for example {@code LV}
 * @param name its name, for example {@code Level}
 * @param minimum its lowest value
 * @param maximum its highest value
 */
public record Scale(String id, String name, double minimum, double maximum) {
    /** The id of the importance scale, 1 to 5. */
    public static final String IMPORTANCE = "IM";

    /** The id of the level scale, 0 to 7. */
    public static final String LEVEL = "LV";

    /** Refuses null. */
    public Scale {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Tells whether a value lies on this scale.
     *
     * @param value any value
     * @return true from {@link #minimum} to {@link #maximum}, both included
     */
    public boolean contains(double value) {
        return value >= minimum && value <= maximum;
    }

    /**
     * Returns the position of a value between the ends of this scale, in percent: (value − minimum) / (maximum −
     * minimum) · 100. That is the standardized score of O*NET OnLine (https://www.onetonline.org/help/online/scales),
     * which shows it rounded to a whole number: the level 4.88 is 69.71…, shown as 70.
     *
     * <p>It puts scales of different length side by side and adds no meaning: 50 in importance and 50 in level are not
     * as much of the same thing, and the steps of a scale stay as equal or unequal as they were.
     *
     * @param value a value on this scale
     * @return 0 to 100, not rounded
     * @throws IllegalArgumentException if the value is not on this scale, or its ends are the same
     */
    public double standardized(double value) {
        if (!contains(value) || minimum == maximum) {
            throw new IllegalArgumentException("value must be on the scale " + id + ", " + minimum + " to " + maximum
                    + ", to be standardized, but was " + value);
        }
        return (value - minimum) * 100 / (maximum - minimum);
    }
}
