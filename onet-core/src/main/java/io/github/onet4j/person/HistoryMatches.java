package io.github.onet4j.person;

import io.github.onet4j.Occupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Evidence;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The occupations closest to those that a person has held.
 *
 * @param release the release
 * @param closest the occupations that the person has not held, closest first; empty if none was held
 * @param missing the evidence that the release has no table of; not looked for if no occupation was held
 */
public record HistoryMatches(ReleaseInfo release, List<Match> closest, Set<Evidence> missing) {
    /** Refuses null, and copies the collections. */
    public HistoryMatches {
        Objects.requireNonNull(release, "release");
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

    /**
     * An occupation close to one that was held.
     *
     * @param held of the occupations held, the one that it is closest to
     * @param close the occupation, with what makes the two close
     */
    public record Match(Occupation held, CloseOccupation close) {
        /** Refuses null. */
        public Match {
            Objects.requireNonNull(held, "held");
            Objects.requireNonNull(close, "close");
        }
    }
}
