package io.github.onet4j.match;

import io.github.onet4j.Occupation;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How close an occupation is to another. The four contributions add up to the score; each may be below 0, which is the
 * evidence of an average pair.
 *
 * @param occupation the other occupation
 * @param score the closeness, without a unit: about 0 for an average pair, 4 to 10 for the closest ones
 * @param probability the probability that O*NET lists a pair with this score among the 20 related occupations, 0 to 1
 * @param titles what the titles contribute
 * @param work what the words on the work contribute
 * @param knowledge what the knowledge contributes
 * @param interests what the interests contribute
 * @param expected the evidence that one of the two lacks, whose contribution is the one to expect by the other evidence
 */
public record CloseOccupation(
        Occupation occupation,
        double score,
        double probability,
        double titles,
        double work,
        double knowledge,
        double interests,
        Set<Evidence> expected) {
    /** Refuses null, and copies the set. */
    public CloseOccupation {
        Objects.requireNonNull(occupation, "occupation");
        expected = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNull(expected, "expected")));
    }

    /** Returns the occupation and the probability, for example {@code 15-1253.00 …: 0.94}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %.2f", occupation, probability);
    }
}
