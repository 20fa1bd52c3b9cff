package io.github.onet4j.compare;

import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import java.util.List;
import java.util.Objects;

/**
 * One side of a {@link GapDrift}. An element counts as rated for the source if it has a level, and for the target if it
 * has a level and an importance.
 *
 * @param occupation the occupation, as the later release has it if it has it
 * @param rated the releases that rate it in the domain, in whole or in part
 * @param newlyRated the elements that only the later release rates for it, by id; empty unless both releases rate it
 * @param dropped the elements that only the earlier release rates for it, by id; empty unless both releases rate it
 */
public record DriftSide(Occupation occupation, Presence rated, List<Element> newlyRated, List<Element> dropped) {
    /** Copies the lists. */
    public DriftSide {
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(rated, "rated");
        newlyRated = List.copyOf(Objects.requireNonNull(newlyRated, "newlyRated"));
        dropped = List.copyOf(Objects.requireNonNull(dropped, "dropped"));
    }
}
