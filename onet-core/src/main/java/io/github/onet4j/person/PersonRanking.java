package io.github.onet4j.person;

import io.github.onet4j.Occupation;
import io.github.onet4j.ReleaseInfo;
import java.util.List;
import java.util.Objects;

/**
 * Occupations in the order in which their levels resemble a person's.
 *
 * @param release the release
 * @param occupations the occupations, the nearest first; those that can't be told apart share a rank
 */
public record PersonRanking(ReleaseInfo release, List<Place> occupations) {
    /** Refuses null, and copies the list. */
    public PersonRanking {
        Objects.requireNonNull(release, "release");
        occupations = List.copyOf(Objects.requireNonNull(occupations, "occupations"));
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
     * The place of an occupation.
     *
     * @param rank 1 more than the number of occupations that are told apart from this one and are nearer
     * @param occupation the occupation
     * @param distance Σ w·|x − LV| / Σ w·LV, where x is the level to expect of the person, 0 to 7
     */
    public record Place(int rank, Occupation occupation, double distance) {
        /** Refuses null. */
        public Place {
            Objects.requireNonNull(occupation, "occupation");
        }
    }
}
