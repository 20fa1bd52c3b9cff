package io.github.onet4j.match;

import io.github.onet4j.Occupation;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A step of a path: a move from one occupation straight to another, by somebody who has the highest level in each
 * element of all occupations visited so far.
 *
 * @param from the occupation that is left
 * @param to the occupation that is taken up
 * @param probability how close the two are, as {@link CloseOccupation#probability}
 * @param fromZone the job zone of the first; null if it has none
 * @param toZone the job zone of the second; null if it has none. Unless both are known, {@link MoveRule#JOB_ZONE} can't
 *     be applied, and doesn't forbid the step
 * @param broken the rules that the step breaks; empty for each step of a path that was searched for
 * @param shortfall 1 less the readiness for the second occupation, 0 to 1
 * @param learned the sum of what is learned towards the target of the path
 * @param detour the part of what is learned that lies above the levels of both source and target of the path
 * @param elements what is learned by element, the largest share first, equal shares by element id; the shares add up to
 *     learned. Elements that the target does not need are not among them
 */
public record CareerStep(
        Occupation from,
        Occupation to,
        double probability,
        @Nullable Integer fromZone,
        @Nullable Integer toZone,
        Set<MoveRule> broken,
        double shortfall,
        double learned,
        double detour,
        List<LearnedElement> elements) {
    /** Refuses null, except where it has a meaning, and copies the collections. */
    public CareerStep {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        broken = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNull(broken, "broken")));
        elements = List.copyOf(Objects.requireNonNull(elements, "elements"));
    }

    /**
     * Tells whether the step is a plausible move.
     *
     * @return true if it breaks no rule
     */
    public boolean isPlausible() {
        return broken.isEmpty();
    }

    /** Returns the step in words, for example {@code 35-3031.00 … to 35-3011.00 …: shortfall 0.21, closeness 0.35}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s to %s: shortfall %.3f, closeness %.2f%s",
                from,
                to,
                shortfall,
                probability,
                isPlausible() ? "" : ", no plausible move");
    }
}
