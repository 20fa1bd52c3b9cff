package io.github.onet4j;

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

    /**
     * Tells whether a value lies on this scale.
     *
     * @param value any value
     * @return true from {@link #minimum} to {@link #maximum}, both included
     */
    public boolean contains(double value) {
        return value >= minimum && value <= maximum;
    }
}
