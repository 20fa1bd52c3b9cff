package io.github.onet4j.person;

import io.github.onet4j.Occupation;
import io.github.onet4j.ReleaseInfo;
import java.util.List;
import java.util.Objects;

/**
 * How ready a person is for a target, as far as it is known: Σ w·min(x, LV) / Σ w·LV over all elements, where x is the
 * person's level, at least 0, LV the target's level and w = (IM − 1) / 4 by its importance.
 *
 * @param release the release
 * @param target the target
 * @param mean the readiness to expect, 0 to 1
 * @param standardDeviation how unsure it is
 * @param low the lower end of the 90 % interval, 0 to 1
 * @param high the upper end of the 90 % interval, 0 to 1
 * @param elements the elements that the target needs at a level above 0, the largest expected share first, equal shares
 *     by element id
 */
public record ReadinessEstimate(
        ReleaseInfo release,
        Occupation target,
        double mean,
        double standardDeviation,
        double low,
        double high,
        List<PersonGap> elements) {
    /** Refuses null, and copies the list. */
    public ReadinessEstimate {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(target, "target");
        elements = List.copyOf(Objects.requireNonNull(elements, "elements"));
    }

    /**
     * Returns the elements of one status.
     *
     * @param status the status
     * @return the elements, the largest expected share first
     */
    public List<PersonGap> elements(PersonGap.Status status) {
        Objects.requireNonNull(status, "status");
        return elements.stream().filter(gap -> gap.status() == status).toList();
    }

    /**
     * Returns the credit to show with the figures.
     *
     * @return see {@link ReleaseInfo#attribution}
     */
    public String attribution() {
        return release.attribution();
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }

    /** Returns the target without figures, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return "readiness for " + target + ", O*NET " + release.version();
    }
}
