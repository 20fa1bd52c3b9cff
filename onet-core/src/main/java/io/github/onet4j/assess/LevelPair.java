package io.github.onet4j.assess;

/**
 * Two levels of one skill of one occupation, for a {@link Calibration}.
 *
 * @param assessed the level that a model assigned
 * @param official O*NET's level
 */
public record LevelPair(double assessed, double official) {
    /**
     * Creates a pair.
     *
     * @throws IllegalArgumentException if a level is no finite number
     */
    public LevelPair {
        if (!Double.isFinite(assessed) || !Double.isFinite(official)) {
            throw new IllegalArgumentException(
                    "levels are " + assessed + " and " + official + ", expected are finite numbers");
        }
    }
}
