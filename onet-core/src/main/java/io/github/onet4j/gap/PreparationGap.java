package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The preparation that the people of one occupation lack for another: job zones, and the education that raters of both
 * name as required.
 *
 * @param release the release
 * @param from the source
 * @param to the target
 * @param fromZone the job zone of the source, 1 to 5; null if it has none
 * @param toZone the job zone of the target, 1 to 5; null if it has none
 * @param education the difference in education; null if one of the two has no ratings, or if the two were rated on
 *     different scales: {@code RL} up to 30.3 and {@code RQ} of occupations surveyed anew since, which ask different
 *     questions
 */
public record PreparationGap(
        ReleaseInfo release,
        Occupation from,
        Occupation to,
        @Nullable Integer fromZone,
        @Nullable Integer toZone,
        @Nullable EducationGap education) {
    /** Refuses null, except where it has a meaning. */
    public PreparationGap {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Compares the preparation of two occupations.
     *
     * @param catalog the catalog
     * @param from the source
     * @param to the target
     * @return the gap
     * @throws io.github.onet4j.OccupationNotFoundException if the release lacks one of them
     */
    public static PreparationGap of(OnetCatalog catalog, OnetSocCode from, OnetSocCode to) {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Map<OnetSocCode, Integer> zones = catalog.jobZones().stream()
                .collect(Collectors.toMap(zone -> zone.occupation().code(), JobZone::zone, Integer::min));
        return new PreparationGap(
                catalog.release(),
                catalog.requireOccupation(from),
                catalog.requireOccupation(to),
                zones.get(from),
                zones.get(to),
                EducationGap.between(catalog.profile(from, Domain.EDUCATION), catalog.profile(to, Domain.EDUCATION))
                        .orElse(null));
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
}
