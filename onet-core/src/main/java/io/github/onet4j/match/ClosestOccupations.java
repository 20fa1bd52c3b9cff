package io.github.onet4j.match;

import io.github.onet4j.Occupation;
import io.github.onet4j.ReleaseInfo;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The occupations closest to one.
 *
 * @param release the release
 * @param occupation the occupation that the others are close to
 * @param closest the others, closest first; of equally close ones by code
 * @param missing the evidence that the release has no table of
 */
public record ClosestOccupations(
        ReleaseInfo release, Occupation occupation, List<CloseOccupation> closest, Set<Evidence> missing) {
    /** Refuses null, and copies the collections. */
    public ClosestOccupations {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(occupation, "occupation");
        closest = List.copyOf(Objects.requireNonNull(closest, "closest"));
        missing = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNull(missing, "missing")));
    }

    /**
     * Returns the credit to show with the occupations.
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
