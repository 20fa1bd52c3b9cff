package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formulas of a gap. They stand, with a worked example, in the guide's page on what a gap is. */
final class GapArithmetic {
    /** One of eight raters moving one point: the least spread that a mean of eight ratings can honestly claim. */
    private static final double LEAST_STANDARD_ERROR = 0.125;

    /** The two-sided 95 % point of the normal distribution. */
    private static final double CLEAR_FROM_Z = 1.96;

    /** The upper end of O*NET's level scale. */
    static final double HIGHEST_LEVEL = 7;

    /** Ratings have at most four decimals; more in a difference are only the noise of binary fractions. */
    private static final double DIFFERENCE_DECIMALS = 1e4;

    private static final Comparator<ElementGap> BY_ID =
            Comparator.comparing(gap -> gap.element().id());
    private static final Comparator<ElementGap> LARGEST_SHARE_FIRST =
            Comparator.comparingDouble(ElementGap::shareForOrder).reversed().thenComparing(BY_ID);
    private static final Comparator<UnknownElement> LARGEST_SHARE_AT_MOST_FIRST = Comparator.comparingDouble(
                    UnknownElement::shareForOrder)
            .reversed()
            .thenComparing(unknown -> unknown.element().id());
    private static final Comparator<ElementGap> LARGEST_SURPLUS_FIRST =
            Comparator.comparingDouble(ElementGap::difference).thenComparing(BY_ID);

    private final NotRelevantPolicy notRelevant;

    GapArithmetic(NotRelevantPolicy notRelevant) {
        this.notRelevant = notRelevant;
    }

    SkillGap gap(ReleaseInfo release, Domain domain, GapInput source, GapInput target) {
        List<Pair> pairs = pairs(source, target);
        double needed = pairs.stream().mapToDouble(Pair::needed).sum();
        List<ElementGap> gaps = new ArrayList<>(pairs.size());
        List<ElementGap> matched = new ArrayList<>(pairs.size());
        List<ElementGap> surplus = new ArrayList<>(pairs.size());
        List<UnknownElement> unknown = new ArrayList<>();
        for (Pair pair : pairs) {
            Rating from = pair.from();
            Rating to = pair.to();
            if (from == null || to == null) {
                unknown.add(pair.unknown(needed));
            } else if (pair.fromCounts() > 0 || pair.toCounts() > 0) {
                double difference = pair.difference();
                List<ElementGap> list = difference > 0 ? gaps : difference < 0 ? surplus : matched;
                list.add(compare(pair, from, to, difference, needed));
            }
        }
        gaps.sort(LARGEST_SHARE_FIRST);
        surplus.sort(LARGEST_SURPLUS_FIRST);
        unknown.sort(LARGEST_SHARE_AT_MOST_FIRST);
        return new SkillGap(
                release,
                domain,
                source.side(),
                target.side(),
                readiness(pairs, needed, source.side().equals(target.side())).orElse(null),
                gaps,
                matched,
                surplus,
                unknown,
                (int) pairs.stream()
                        .filter(pair -> isPrecise(pair.from(), pair.to()))
                        .count());
    }

    private static Optional<ReadinessBounds> readiness(List<Pair> pairs, double needed, boolean isSame) {
        if (isSame && needed > 0) {
            // What is unknown of one side is the same on the other.
            return Optional.of(new ReadinessBounds(1, 1));
        }
        double metAtLeast = pairs.stream().mapToDouble(Pair::metAtLeast).sum();
        double metAtMost = pairs.stream().mapToDouble(Pair::metAtMost).sum();
        ReadinessArithmetic readiness = new ReadinessArithmetic(needed, metAtLeast, metAtMost);
        for (Pair pair : pairs) {
            if (pair.to() == null) {
                readiness.mayNeed(pair.atHighestLevel(), pair.atSourcesLevel());
            } else if (pair.importance() == null) {
                readiness.mayNeed(pair.atFullWeight(pair.fromCounts()), pair.atFullWeight(pair.fromCountsAtMost()));
            }
        }
        return readiness.bounds();
    }

    /** The level that counts: 0 where its flag makes it count as absent. */
    static double effectiveLevel(Rating level, NotRelevantPolicy notRelevant) {
        boolean countsAsAbsent = notRelevant == NotRelevantPolicy.AS_ABSENT && Boolean.TRUE.equals(level.notRelevant());
        return countsAsAbsent ? 0 : level.value();
    }

    static Grade grade(double difference, Rating from, Rating to) {
        if (!isPrecise(from, to)) {
            return Grade.UNKNOWN_PRECISION;
        }
        return z(difference, from, to) >= CLEAR_FROM_Z && !isSuppressed(from, to) ? Grade.CLEAR : Grade.TENTATIVE;
    }

    static boolean isPrecise(ElementGap gap) {
        return isPrecise(gap.from(), gap.to());
    }

    private static boolean isPrecise(@Nullable Rating from, @Nullable Rating to) {
        return from != null && to != null && from.standardError() != null && to.standardError() != null;
    }

    static boolean isSuppressed(Rating from, Rating to) {
        return Boolean.TRUE.equals(from.recommendSuppress()) || Boolean.TRUE.equals(to.recommendSuppress());
    }

    /** The size of a difference in its standard errors; both levels must have one. */
    static double z(double difference, Rating from, Rating to) {
        return Math.abs(difference) / Math.hypot(standardError(from), standardError(to));
    }

    private static double standardError(Rating level) {
        return Math.max(Objects.requireNonNull(level.standardError()), LEAST_STANDARD_ERROR);
    }

    private ElementGap compare(Pair pair, Rating from, Rating to, double difference, double needed) {
        boolean hasShare = needed > 0 && pair.importance() != null && pair.toCounts() > 0;
        return new ElementGap(
                pair.element(),
                from,
                to,
                pair.importance(),
                notRelevant,
                difference,
                difference == 0 ? null : grade(difference, from, to),
                hasShare ? pair.weight() * Math.max(0, pair.toCounts() - pair.fromCounts()) / needed : null);
    }

    private List<Pair> pairs(GapInput source, GapInput target) {
        List<Pair> pairs = merge(source.elements(), target.elements());
        if (source.unrated().isEmpty() && target.unrated().isEmpty()) {
            return pairs;
        }
        Set<String> rated = pairs.stream().map(pair -> pair.element().id()).collect(Collectors.toSet());
        Stream.concat(source.unrated().stream(), target.unrated().stream())
                .filter(element -> rated.add(element.id()))
                .forEach(element -> pairs.add(pair(element, null, null, null)));
        return pairs;
    }

    /** Merges two lists that are both ordered by element id. */
    private List<Pair> merge(List<RatedElement> from, List<RatedElement> to) {
        List<Pair> pairs = new ArrayList<>(Math.max(from.size(), to.size()));
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            int order =
                    i == from.size() ? 1 : j == to.size() ? -1 : id(from.get(i)).compareTo(id(to.get(j)));
            if (order < 0) {
                RatedElement source = from.get(i++);
                pairs.add(pair(source.element(), source.level().orElse(null), null, null));
            } else {
                RatedElement target = to.get(j++);
                Rating fromLevel = order == 0 ? from.get(i++).level().orElse(null) : null;
                pairs.add(pair(
                        target.element(),
                        fromLevel,
                        target.level().orElse(null),
                        target.importance().orElse(null)));
            }
        }
        return pairs;
    }

    private static String id(RatedElement rated) {
        return rated.element().id();
    }

    private Pair pair(Element element, @Nullable Rating from, @Nullable Rating to, @Nullable Rating importance) {
        double weight = importance == null ? 0 : ReadinessTerm.weight(importance);
        return new Pair(element, from, to, importance, weight, counts(from), counts(to));
    }

    private double counts(@Nullable Rating level) {
        return level == null ? 0 : effectiveLevel(level, notRelevant);
    }

    /** An element with both sides' ratings, and the levels that count: 0 where a side has none. */
    private record Pair(
            Element element,
            @Nullable Rating from,
            @Nullable Rating to,
            @Nullable Rating importance,
            double weight,
            double fromCounts,
            double toCounts) {
        double needed() {
            return weight * toCounts;
        }

        double metAtLeast() {
            return weight * Math.min(fromCounts, toCounts);
        }

        double metAtMost() {
            return weight * Math.min(fromCountsAtMost(), toCounts);
        }

        double fromCountsAtMost() {
            return from == null ? HIGHEST_LEVEL : fromCounts;
        }

        /** What the target needs if its unknown level is the highest, and of that the source has the least it may. */
        ReadinessArithmetic.Addend atHighestLevel() {
            return new ReadinessArithmetic.Addend(weightAtMost() * HIGHEST_LEVEL, weightAtMost() * fromCounts);
        }

        /** What the target needs if its unknown level is the source's. */
        ReadinessArithmetic.Addend atSourcesLevel() {
            double level = weightAtMost() * fromCountsAtMost();
            return new ReadinessArithmetic.Addend(level, level);
        }

        /** What the target needs if its unknown importance is the highest, and the source's level as given. */
        ReadinessArithmetic.Addend atFullWeight(double fromLevel) {
            return new ReadinessArithmetic.Addend(toCounts, Math.min(fromLevel, toCounts));
        }

        private double weightAtMost() {
            return importance == null ? 1 : weight;
        }

        double difference() {
            return Math.rint((toCounts - fromCounts) * DIFFERENCE_DECIMALS) / DIFFERENCE_DECIMALS;
        }

        UnknownElement unknown(double neededInAll) {
            boolean hasShare = neededInAll > 0 && importance != null && toCounts > 0;
            return new UnknownElement(element, from, to, importance, hasShare ? needed() / neededInAll : null);
        }
    }
}
