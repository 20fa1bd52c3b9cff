package io.github.onet4j.gap;

import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Technology;
import io.github.onet4j.gap.TechnologyGap.Credit;
import io.github.onet4j.gap.TechnologyGap.Need;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the technologies of occupations. What hardly any occupation uses tells more than what all use, and another
 * product of the same category is worth half of the same product. So weighted, the match tells O*NET's related
 * occupations from others better than a count of the same products does.
 *
 * <p>Immutable and safe for use by several threads. It keeps the technologies of the release that it was built from.
 */
public final class TechnologyGaps {
    private static final Comparator<Need> MOST_NEEDED_FIRST = Comparator.comparing(
                    (Need need) -> !Boolean.TRUE.equals(need.technology().inDemand()))
            .thenComparing(need -> !Boolean.TRUE.equals(need.technology().hotTechnology()))
            .thenComparing(Comparator.comparingDouble(Need::share).reversed())
            .thenComparing(need -> need.technology().example());

    private final ReleaseInfo release;
    private final SortedMap<OnetSocCode, Occupation> occupations = new TreeMap<>();
    private final Map<OnetSocCode, Map<String, List<Technology>>> technologies = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();

    private TechnologyGaps(OnetCatalog catalog) {
        release = catalog.release();
        for (Occupation occupation : catalog.occupations()) {
            occupations.put(occupation.code(), occupation);
            // A product may stand twice, in two categories.
            Map<String, List<Technology>> used = catalog.technologies(occupation.code()).stream()
                    .collect(Collectors.groupingBy(Technology::example, LinkedHashMap::new, Collectors.toList()));
            if (!used.isEmpty()) {
                technologies.put(occupation.code(), used);
                used.keySet().forEach(product -> users.merge(product, 1, Integer::sum));
            }
        }
    }

    /**
     * Reads the technologies of a release. It asks the catalog once for each occupation: over a database pass
     * {@code onet.snapshot()}.
     *
     * @param catalog the catalog
     * @return the comparison of its occupations
     */
    public static TechnologyGaps of(OnetCatalog catalog) {
        return new TechnologyGaps(Objects.requireNonNull(catalog, "catalog"));
    }

    /**
     * Compares the technologies of two occupations.
     *
     * @param from the source
     * @param to the target
     * @return the gap; empty if the release has no technologies of one of the two
     * @throws OccupationNotFoundException if the release lacks one of them
     */
    public Optional<TechnologyGap> gap(OnetSocCode from, OnetSocCode to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Occupation source = occupation(from);
        Occupation target = occupation(to);
        Map<String, List<Technology>> has = technologies.getOrDefault(from, Map.of());
        Map<String, List<Technology>> needs = technologies.getOrDefault(to, Map.of());
        double total =
                needs.values().stream().mapToDouble(rows -> weight(rows.get(0))).sum();
        if (has.isEmpty() || total == 0) {
            return Optional.empty();
        }
        Set<String> categories = categories(has.values().stream().flatMap(List::stream));
        List<Need> weighed = new ArrayList<>();
        double missing = 0;
        for (List<Technology> rows : needs.values()) {
            Technology technology = rows.get(0);
            Credit credit = has.containsKey(technology.example())
                    ? Credit.SAME
                    : Collections.disjoint(categories, categories(rows.stream())) ? Credit.NONE : Credit.SAME_CATEGORY;
            double share = weight(technology) * (1 - credit.value()) / total;
            weighed.add(new Need(technology, credit, share));
            missing += share;
        }
        weighed.sort(MOST_NEEDED_FIRST);
        return Optional.of(new TechnologyGap(release, source, target, Math.max(0, 1 - missing), weighed));
    }

    private static Set<String> categories(Stream<Technology> technologies) {
        return technologies
                .flatMap(technology -> Optional.ofNullable(technology.elementId())
                        .or(() ->
                                Optional.ofNullable(technology.commodityCode()).map(String::valueOf))
                        .stream())
                .collect(Collectors.toSet());
    }

    private double weight(Technology technology) {
        double rarity = Math.log((double) technologies.size() / users.getOrDefault(technology.example(), 1));
        return rarity * (Boolean.TRUE.equals(technology.inDemand()) ? 2 : 1);
    }

    private Occupation occupation(OnetSocCode code) {
        Occupation occupation = occupations.get(code);
        if (occupation == null) {
            throw new OccupationNotFoundException(
                    code, release.version(), occupations.values(), FetchOutcome.NOT_OFFERED);
        }
        return occupation;
    }
}
