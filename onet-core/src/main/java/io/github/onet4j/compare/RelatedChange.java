package io.github.onet4j.compare;

import io.github.onet4j.Occupation;
import io.github.onet4j.RelatedOccupation;
import java.util.List;
import java.util.Objects;

/**
 * An occupation whose list of related occupations differs between two releases, in its members or their order. Tiers
 * are not compared.
 *
 * @param occupation the occupation, as the later release has it if it has it
 * @param added the related occupations that only the later release lists, closest first
 * @param dropped the related occupations that only the earlier release lists, closest first
 * @param reordered whether those that both releases list come in another order
 */
public record RelatedChange(
        Occupation occupation, List<RelatedOccupation> added, List<RelatedOccupation> dropped, boolean reordered) {
    /** Copies the lists. */
    public RelatedChange {
        Objects.requireNonNull(occupation, "occupation");
        added = List.copyOf(Objects.requireNonNull(added, "added"));
        dropped = List.copyOf(Objects.requireNonNull(dropped, "dropped"));
    }
}
