package io.github.onet4j.compare;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RelatedOccupation;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** Joins the lists of related occupations of two releases by code. */
final class RelatedJoin {
    private final NavigableMap<OnetSocCode, Occupation> occupations;
    private final NavigableMap<OnetSocCode, List<RelatedOccupation>> earlier;
    private final NavigableMap<OnetSocCode, List<RelatedOccupation>> later;

    RelatedJoin(ComparedCatalog earlier, ComparedCatalog later) {
        this.occupations = earlier.occupations();
        this.occupations.putAll(later.occupations());
        this.earlier = earlier.related();
        this.later = later.related();
    }

    RelatedChanges changes(String attribution) {
        Presence presence = Presence.of(isAnyRelated(earlier), isAnyRelated(later));
        List<RelatedChange> changes = new ArrayList<>();
        int unchanged = 0;
        if (presence == Presence.BOTH) {
            for (Occupation occupation : occupations.values()) {
                List<RelatedOccupation> before = earlier.getOrDefault(occupation.code(), List.of());
                List<RelatedOccupation> after = later.getOrDefault(occupation.code(), List.of());
                if (!codes(before).equals(codes(after))) {
                    changes.add(change(occupation, before, after));
                } else if (!after.isEmpty()) {
                    unchanged++;
                }
            }
        }
        return new RelatedChanges(presence, changes, unchanged, attribution);
    }

    private static boolean isAnyRelated(NavigableMap<OnetSocCode, List<RelatedOccupation>> related) {
        return related.values().stream().anyMatch(list -> !list.isEmpty());
    }

    private static RelatedChange change(
            Occupation occupation, List<RelatedOccupation> before, List<RelatedOccupation> after) {
        List<OnetSocCode> commonBefore = common(before, after);
        List<OnetSocCode> commonAfter = common(after, before);
        return new RelatedChange(
                occupation,
                without(after, commonAfter),
                without(before, commonBefore),
                !commonBefore.equals(commonAfter));
    }

    private static List<OnetSocCode> codes(List<RelatedOccupation> related) {
        return related.stream().map(relation -> relation.occupation().code()).toList();
    }

    private static List<OnetSocCode> common(List<RelatedOccupation> related, List<RelatedOccupation> others) {
        List<OnetSocCode> codes = codes(others);
        return codes(related).stream().filter(codes::contains).toList();
    }

    private static List<RelatedOccupation> without(List<RelatedOccupation> related, List<OnetSocCode> codes) {
        return related.stream()
                .filter(relation -> !codes.contains(relation.occupation().code()))
                .toList();
    }
}
