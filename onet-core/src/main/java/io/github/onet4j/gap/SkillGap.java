package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Origin;
import io.github.onet4j.ReleaseInfo;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What separates a source from a target in one domain. Each element that either side is rated on stands in one of three
 * lists, or in none if neither side has it.
 *
 * @param release the release that all of O*NET's figures come from
 * @param domain what was compared
 * @param from the source
 * @param to the target
 * @param readiness how much of what the target needs the source has, weighted by the target's importance, 0 to 1: Σ w·min(LV₁,
 *     LV₂) / Σ w·LV₂ with w = (IM₂ − 1) / 4, over the elements the target has. Empty where the denominator is 0, as it is of an
 *     unrated target with a language model's levels, whose importance is unknown. The formula is onet4j's own
 * @param gaps the elements that the target has at a higher level than the source, largest share first, ties by element id; their
 *     shares add up to 1 − readiness
 * @param matched the elements that both have at the same level, by element id
 * @param surplus the elements that the source has at a higher level than the target, largest difference first, ties by element
 *     id
 */
public record SkillGap(
        ReleaseInfo release,
        Domain domain,
        GapSide from,
        GapSide to,
        OptionalDouble readiness,
        List<ElementGap> gaps,
        List<ElementGap> matched,
        List<ElementGap> surplus) {
    /** Copies the lists. */
    public SkillGap {
        gaps = List.copyOf(gaps);
        matched = List.copyOf(matched);
        surplus = List.copyOf(surplus);
    }

    /**
     * Returns the credit that the license of the data asks for. Show it wherever you show this gap.
     *
     * @return the attribution of the {@linkplain #release release}; where {@linkplain GapSide#origins ratings came} from O*NET Web
     *     Services, a sentence more that says so; and for each language model that assigned levels, one that names it
     */
    public String attribution() {
        return release.attribution() + retrieved() + assessed();
    }

    private String retrieved() {
        List<GapSide> retrieved = Stream.of(from, to)
                .filter(side ->
                        versions(side, Origin.Kind.WEB_SERVICES).findAny().isPresent())
                .toList();
        if (retrieved.isEmpty()) {
            return "";
        }
        String whose = retrieved.stream()
                .map(side -> side.isEstimated() ? "the occupations that stand in for " + side.name() : side.name())
                .distinct()
                .collect(Collectors.joining(" and of "));
        String versions = retrieved.stream()
                .flatMap(side -> versions(side, Origin.Kind.WEB_SERVICES))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and O*NET "));
        return " Ratings of " + whose
                + " were retrieved from O*NET Web Services (https://services.onetcenter.org/), of O*NET " + versions
                + ".";
    }

    private String assessed() {
        return Stream.of(from, to)
                .flatMap(side -> versions(side, Origin.Kind.ASSESSED))
                .distinct()
                .map(model -> " Levels of " + assessedBy(model) + " were assigned by the language model " + model
                        + " and are not O*NET's.")
                .collect(Collectors.joining());
    }

    private String assessedBy(String model) {
        return Stream.of(from, to)
                .filter(side -> versions(side, Origin.Kind.ASSESSED).anyMatch(model::equals))
                .map(GapSide::name)
                .distinct()
                .collect(Collectors.joining(" and of "));
    }

    private static Stream<String> versions(GapSide side, Origin.Kind kind) {
        return side.origins().stream().filter(origin -> origin.kind() == kind).map(Origin::version);
    }
}
