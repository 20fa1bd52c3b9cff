package io.github.onet4j.match;

import io.github.onet4j.Occupation;
import io.github.onet4j.ReleaseInfo;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways from one occupation to another.
 *
 * @param release the release
 * @param from the source
 * @param to the target
 * @param maxStops the largest number of stops that was allowed
 * @param direct the direct way, whether it is plausible or not
 * @param paths the best path of each number of stops whose hardest step is lower by .01 at least than with fewer stops,
 *     fewest stops first. The direct way is among them if it is plausible
 * @param noPathReason why there is no path; null if there is one
 * @param missing the evidence of closeness that the release has no table of
 * @param jobZonesMissing true if the release has no job zones, so that {@link MoveRule#JOB_ZONE} was not applied
 */
public record CareerPaths(
        ReleaseInfo release,
        Occupation from,
        Occupation to,
        int maxStops,
        CareerPath direct,
        List<CareerPath> paths,
        @Nullable NoPathReason noPathReason,
        Set<Evidence> missing,
        boolean jobZonesMissing) {
    /** Refuses null, except where it has a meaning, and copies the collections. */
    public CareerPaths {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(direct, "direct");
        paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
        missing = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNull(missing, "missing")));
    }

    /**
     * Returns the credit to show with the paths.
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

    /** Returns the direct way and each path in a line, or why there is none. */
    @Override
    public String toString() {
        return direct.steps().get(0)
                + "\n"
                + (noPathReason == null
                        ? paths.stream().map(CareerPath::toString).collect(Collectors.joining("\n"))
                        : "no path: " + noPathReason.explanation());
    }
}
