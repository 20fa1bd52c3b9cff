package io.github.onet4j.internal;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RelatedOccupation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses the rated occupations that can stand in for one that is not. */
public final class RatedAlternatives {
    private RatedAlternatives() {}

    /** Returns the alternatives in the order that {@code OnetCatalog.ratedAlternatives} promises. */
    public static List<Occupation> of(OnetSocCode code, List<Occupation> rated, List<RelatedOccupation> related) {
        Set<Occupation> alternatives = new LinkedHashSet<>();
        rated.stream().filter(other -> other.code().soc().equals(code.soc())).forEach(alternatives::add);
        Set<Occupation> ratedSet = Set.copyOf(rated);
        related.stream()
                .map(RelatedOccupation::occupation)
                .filter(ratedSet::contains)
                .forEach(alternatives::add);
        if (alternatives.isEmpty()) {
            rated.stream()
                    .filter(other -> other.code().minorGroup().equals(code.minorGroup()))
                    .forEach(alternatives::add);
        }
        alternatives.removeIf(other -> other.code().equals(code));
        return new ArrayList<>(alternatives);
    }
}
