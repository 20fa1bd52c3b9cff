package io.github.onet4j.gap;

import io.github.onet4j.Profile;
import java.util.Optional;

/** Finds the levels that a language model assigned to occupations. Implementations must be thread-safe. */
@FunctionalInterface
public interface AssessedLevels {
    /**
     * Finds the newest assessment of an occupation in a domain, of the release that its ratings stand in.
     *
     * @param official the occupation with O*NET's own ratings, or with none
     * @return a profile of the same release, occupation and domain: by element id, each level the model's, with an
     *     {@link io.github.onet4j.Origin} that names it, and null where the model assigned none; each importance
     *     O*NET's, and null where it has none; or nothing if there is no assessment
     */
    Optional<Profile> find(Profile official);
}
