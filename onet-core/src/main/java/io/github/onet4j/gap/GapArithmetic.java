package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The formulas of a gap. They stand, with a worked example, in the guide's page on what a gap is. */
final class GapArithmetic {
    /** One of eight raters moving one point: the least spread that a mean of eight ratings can honestly claim. */
    private static final double LEAST_STANDARD_ERROR = 0.125;

    /** The two-sided 95 % point of the normal distribution. */
    private static final double CLEAR_FROM_Z = 1.96;

    /** Ratings have at most four decimals; more in a difference are only the noise of binary fractions. */
    private static final double DIFFERENCE_DECIMALS = 1e4;

    private static final Comparator<ElementGap> BY_ID =
            Comparator.comparing(gap -> gap.element().id());
    private static final Comparator<ElementGap> LARGEST_SHARE_FIRST =
            Comparator.comparingDouble(ElementGap::shareForOrder).reversed().thenComparing(BY_ID);
    private static final Comparator<ElementGap> LARGEST_SURPLUS_FIRST =
            Comparator.comparingDouble(ElementGap::difference).thenComparing(BY_ID);

    private final NotRelevantPolicy notRelevant;

    GapArithmetic(NotRelevantPolicy notRelevant) {
        this.notRelevant = notRelevant;
    }

    SkillGap gap(ReleaseInfo release, Domain domain, GapInput source, GapInput target) {
        List<Pair> pairs = pairs(source.elements(), target.elements());
        double needed = pairs.stream().mapToDouble(Pair::needed).sum();
        double met = pairs.stream().mapToDouble(Pair::met).sum();
        List<ElementGap> gaps = new ArrayList<>(pairs.size());
        List<ElementGap> matched = new ArrayList<>(pairs.size());
        List<ElementGap> surplus = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            if (pair.isKnownToEither()) {
                double difference = pair.difference();
                List<ElementGap> list = difference > 0 ? gaps : difference < 0 ? surplus : matched;
                list.add(compare(pair, difference, needed));
            }
        }
        gaps.sort(LARGEST_SHARE_FIRST);
        surplus.sort(LARGEST_SURPLUS_FIRST);
        OptionalDouble readiness = needed == 0 ? OptionalDouble.empty() : OptionalDouble.of(met / needed);
        return new SkillGap(release, domain, source.side(), target.side(), readiness, gaps, matched, surplus);
    }

    /** The level that counts: 0 where there is no rating, or where its flag makes it count as absent. */
    static double effectiveLevel(@Nullable Rating level, NotRelevantPolicy notRelevant) {
        if (level == null) {
            return 0;
        }
        boolean countsAsAbsent = notRelevant == NotRelevantPolicy.AS_ABSENT && Boolean.TRUE.equals(level.notRelevant());
        return countsAsAbsent ? 0 : level.value();
    }

    static Grade grade(double difference, @Nullable Rating from, @Nullable Rating to) {
        if (from == null || to == null || from.standardError() == null || to.standardError() == null) {
            return Grade.UNKNOWN_PRECISION;
        }
        double spread = Math.hypot(
                Math.max(from.standardError(), LEAST_STANDARD_ERROR),
                Math.max(to.standardError(), LEAST_STANDARD_ERROR));
        boolean suppressed =
                Boolean.TRUE.equals(from.recommendSuppress()) || Boolean.TRUE.equals(to.recommendSuppress());
        return Math.abs(difference) / spread >= CLEAR_FROM_Z && !suppressed ? Grade.CLEAR : Grade.TENTATIVE;
    }

    private ElementGap compare(Pair pair, double difference, double needed) {
        boolean hasShare = needed > 0 && pair.importance() != null && pair.toCounts() > 0;
        return new ElementGap(
                pair.element(),
                pair.from(),
                pair.to(),
                pair.importance(),
                notRelevant,
                difference,
                difference == 0 ? null : grade(difference, pair.from(), pair.to()),
                hasShare ? pair.weight() * Math.max(0, pair.toCounts() - pair.fromCounts()) / needed : null);
    }

    /** Merges two lists that are both ordered by element id. */
    private List<Pair> pairs(List<RatedElement> from, List<RatedElement> to) {
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
        double weight = importance == null ? 0 : (importance.value() - 1) / 4;
        double fromCounts = effectiveLevel(from, notRelevant);
        return new Pair(element, from, to, importance, weight, fromCounts, effectiveLevel(to, notRelevant));
    }

    /** An element with both sides' ratings, and the levels that count. */
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

        double met() {
            return weight * Math.min(fromCounts, toCounts);
        }

        boolean isKnownToEither() {
            return fromCounts > 0 || toCounts > 0;
        }

        double difference() {
            return Math.rint((toCounts - fromCounts) * DIFFERENCE_DECIMALS) / DIFFERENCE_DECIMALS;
        }
    }
}
