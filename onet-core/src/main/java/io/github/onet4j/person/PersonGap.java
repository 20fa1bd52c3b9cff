package io.github.onet4j.person;

import io.github.onet4j.Element;
import java.util.Objects;

/**
 * An element that a target needs, and whether the person falls short of it.
 *
 * @param element the element
 * @param needed the level that the target needs, above 0
 * @param person the person's level
 * @param probability the probability that the person's level is below the needed one, 0 to 1
 * @param share the share of what the target needs that is expected to be lacking here, 0 to 1; the shares of all
 *     elements add up to 1 less the expected readiness
 */
public record PersonGap(Element element, double needed, LevelEstimate person, double probability, double share) {
    /** From this probability on a shortfall is a {@link Status#GAP}; up to 1 less it is {@link Status#MET}. */
    public static final double SURE = .9;

    /** Refuses null. */
    public PersonGap {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(person, "person");
    }

    /**
     * Returns what can be said of the element.
     *
     * @return the status
     */
    public Status status() {
        if (probability >= SURE) {
            return Status.GAP;
        }
        return probability <= 1 - SURE ? Status.MET : Status.UNKNOWN;
    }

    /** {@return {@link #status}, for serializers} */
    public Status getStatus() {
        return status();
    }

    /** Returns the element without figures, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return "gap in " + element;
    }

    /** What can be said of an element: as sure as the 90 % interval of readiness. */
    public enum Status {
        /** The person has the needed level with a probability of at least .9. */
        MET,
        /** The person falls short with a probability of at least .9. */
        GAP,
        /** Neither can be said. */
        UNKNOWN
    }
}
