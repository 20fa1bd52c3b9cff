package io.github.onet4j;

import java.util.Objects;

/**
 * An occupation that O*NET relates to another (Related Occupations). The relation has a direction.
 *
 * @param occupation the related occupation
 * @param tier its tier: {@code Primary-Short}, {@code Primary-Long} or {@code Supplemental}
 * @param index its place in the list, 1 for the closest
 */
public record RelatedOccupation(Occupation occupation, String tier, int index) {
    /** Refuses null. */
    public RelatedOccupation {
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(tier, "tier");
    }
}
