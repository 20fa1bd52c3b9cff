package io.github.onet4j.gap;

/**
 * The readiness that a {@link SkillGap} can have, whatever the levels are that nobody rated. With every level known,
 * both ends are the readiness.
 *
 * @param low the readiness if every unknown level is as bad for it as it can be, 0 to 1; of an unknown level of the
 *     source that is 0
 * @param high the readiness if every unknown level is as good for it as it can be, {@code low} to 1; of an unknown
 *     level of the source that is the target's
 */
public record ReadinessBounds(double low, double high) {
    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException if {@code low} is not from 0 to {@code high}, or {@code high} is above 1
     */
    public ReadinessBounds {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "bounds of readiness must be 0 <= low <= high <= 1, but were " + low + " and " + high);
        }
    }

    /**
     * Tells whether nothing unknown can change the readiness.
     *
     * @return true if both ends are the same
     */
    public boolean isExact() {
        return low == high;
    }
}
