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
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The formulas of a gap. They stand, with a worked example, in the guide's page on what a gap is. */
final class GapArithmetic {
    /** One of eight raters moving one point: the least spread that a mean of eight ratings can honestly claim. */
    private static final double LEAST_STANDARD_ERROR = 0.125;

    /** The two-sided 95 % point of the normal distribution. */
    private static final double CLEAR_FROM_Z = 1.96;

    private static final Comparator<ElementGap> BY_ID =
            Comparator.comparing(gap -> gap.element().id());
    private static final Comparator<ElementGap> LARGEST_SHARE_FIRST =
            Comparator.comparingDouble(GapArithmetic::shareForOrder).reversed().thenComparing(BY_ID);
    private static final Comparator<ElementGap> LARGEST_SURPLUS_FIRST =
            Comparator.comparingDouble(ElementGap::difference).thenComparing(BY_ID);

    private final NotRelevant notRelevant;

    GapArithmetic(NotRelevant notRelevant) {
        this.notRelevant = notRelevant;
    }

    SkillGap gap(ReleaseInfo release, Domain domain, GapInput source, GapInput target) {
        List<Pair> pairs = pairs(source.elements(), target.elements());
        double needed = 0;
        double met = 0;
        for (Pair pair : pairs) {
            double toLevel = effectiveLevel(pair.toLevel(), notRelevant);
            needed += pair.weight() * toLevel;
            met += pair.weight() * Math.min(effectiveLevel(pair.fromLevel(), notRelevant), toLevel);
        }
        List<ElementGap> gaps = new ArrayList<>(pairs.size());
        List<ElementGap> matched = new ArrayList<>(pairs.size());
        List<ElementGap> surplus = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            double fromLevel = effectiveLevel(pair.fromLevel(), notRelevant);
            double toLevel = effectiveLevel(pair.toLevel(), notRelevant);
            if (fromLevel < toLevel) {
                gaps.add(compare(pair, toLevel - fromLevel, needed));
            } else if (fromLevel > toLevel) {
                surplus.add(compare(pair, toLevel - fromLevel, needed));
            } else if (toLevel > 0) {
                matched.add(compare(pair, 0, needed));
            }
        }
        gaps.sort(LARGEST_SHARE_FIRST);
        matched.sort(BY_ID);
        surplus.sort(LARGEST_SURPLUS_FIRST);
        OptionalDouble readiness = needed == 0 ? OptionalDouble.empty() : OptionalDouble.of(met / needed);
        return new SkillGap(release, domain, source.side(), target.side(), readiness, gaps, matched, surplus);
    }

    /** The level that counts: 0 where there is no rating, or where its flag makes it count as absent. */
    static double effectiveLevel(@Nullable Rating level, NotRelevant notRelevant) {
        if (level == null) {
            return 0;
        }
        boolean countsAsAbsent = notRelevant == NotRelevant.AS_ABSENT && Boolean.TRUE.equals(level.notRelevant());
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
        boolean counts = needed > 0 && pair.importance() != null && effectiveLevel(pair.toLevel(), notRelevant) > 0;
        return new ElementGap(
                pair.element(),
                pair.fromLevel(),
                pair.toLevel(),
                pair.importance(),
                difference,
                difference == 0 ? null : grade(difference, pair.fromLevel(), pair.toLevel()),
                counts ? pair.weight() * Math.max(0, difference) / needed : null);
    }

    private static double shareForOrder(ElementGap gap) {
        Double share = gap.share();
        return share == null ? -1 : share;
    }

    /** Merges two lists that are both ordered by element id. */
    private static List<Pair> pairs(List<RatedElement> from, List<RatedElement> to) {
        List<Pair> pairs = new ArrayList<>(Math.max(from.size(), to.size()));
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            int order =
                    i == from.size() ? 1 : j == to.size() ? -1 : id(from.get(i)).compareTo(id(to.get(j)));
            RatedElement source = order <= 0 ? from.get(i++) : null;
            RatedElement target = order >= 0 ? to.get(j++) : null;
            pairs.add(Pair.of(source, target));
        }
        return pairs;
    }

    private static String id(RatedElement rated) {
        return rated.element().id();
    }

    private record Pair(
            Element element,
            @Nullable Rating fromLevel,
            @Nullable Rating toLevel,
            @Nullable Rating importance,
            double weight) {
        static Pair of(@Nullable RatedElement from, @Nullable RatedElement to) {
            if (to == null) {
                RatedElement source = Objects.requireNonNull(from);
                return new Pair(source.element(), source.level(), null, null, 0);
            }
            Rating importance = to.importance();
            double weight = importance == null ? 0 : (importance.value() - 1) / 4;
            return new Pair(to.element(), from == null ? null : from.level(), to.level(), importance, weight);
        }
    }
}
