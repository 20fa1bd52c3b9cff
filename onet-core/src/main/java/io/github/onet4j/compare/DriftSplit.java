package io.github.onet4j.compare;

import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.gap.NotRelevantPolicy;
import io.github.onet4j.gap.ReadinessTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Splits the change of readiness by Shapley value over causes, and over elements within each. A set of causes is a
 * number whose bits are the causes that have come: their rows are the later release's, all others the earlier's.
 */
final class DriftSplit {
    private static final Comparator<DriftPart> LARGEST_FIRST = Comparator.comparingDouble(
                    (DriftPart part) -> -Math.abs(part.share()))
            .thenComparing(part -> part.element().id())
            .thenComparing(DriftPart::side);

    private final List<Row> rows;
    private final List<Cause> causes;
    private final double[] needed;
    private final double[] met;

    private DriftSplit(List<Row> rows, List<Cause> causes) {
        this.rows = rows;
        this.causes = causes;
        this.needed = new double[1 << causes.size()];
        this.met = new double[needed.length];
        for (int come = 0; come < needed.length; come++) {
            int now = come;
            needed[come] =
                    rows.stream().mapToDouble(row -> term(row, now).needed()).sum();
            met[come] = rows.stream().mapToDouble(row -> term(row, now).met()).sum();
        }
    }

    /**
     * Splits the change over the elements that both releases rate on both sides.
     *
     * @return the split; null if the target needs nothing in a release, or in a mixture that is split over
     */
    static @Nullable DriftSplit of(
            NavigableMap<String, Change<RatedElement>> source,
            NavigableMap<String, Change<RatedElement>> target,
            NotRelevantPolicy notRelevant) {
        List<Row> rows = new ArrayList<>();
        source.forEach((id, ofSource) -> {
            Change<RatedElement> ofTarget = target.get(id);
            if (ofTarget != null) {
                rows.add(Row.of(ofSource, ofTarget, notRelevant));
            }
        });
        List<Cause> causes =
                rows.stream().flatMap(Row::causes).distinct().sorted().toList();
        DriftSplit split = new DriftSplit(rows, causes);
        return split.isDefined() ? split : null;
    }

    private boolean isDefined() {
        for (double sum : needed) {
            if (sum == 0) {
                return false;
            }
        }
        return true;
    }

    double earlierReadiness() {
        return readiness(0);
    }

    double laterReadiness() {
        return readiness(needed.length - 1);
    }

    List<DriftPart> parts() {
        return causes.stream()
                .flatMap(cause -> rows.stream()
                        .filter(row -> row.causes().anyMatch(cause::equals))
                        .map(row -> row.part(cause, share(row, cause))))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private double readiness(int come) {
        // Sums of the same fractions may differ in the last bit.
        return Math.min(1, met[come] / needed[come]);
    }

    /** The mean of an element's share in the step that a cause makes, over all orders of the causes. */
    private double share(Row row, Cause cause) {
        int bit = bit(cause);
        double share = 0;
        for (int come = 0; come < needed.length; come++) {
            if ((come & bit) == 0) {
                ReadinessTerm before = term(row, come);
                ReadinessTerm after = term(row, come | bit);
                double step =
                        (after.met() - before.met()) - met[come] / needed[come] * (after.needed() - before.needed());
                share += partOfOrders(Integer.bitCount(come)) * step / needed[come | bit];
            }
        }
        return share;
    }

    /** The part of all orders in which a cause comes after certain others and before the rest. */
    private double partOfOrders(int othersBefore) {
        int others = causes.size() - 1;
        double combinations = 1;
        for (int i = 1; i <= othersBefore; i++) {
            combinations = combinations * (others - othersBefore + i) / i;
        }
        return 1 / (combinations * causes.size());
    }

    private ReadinessTerm term(Row row, int come) {
        return row.term(hasCome(row.sourceCause(), come), hasCome(row.targetCause(), come));
    }

    private boolean hasCome(@Nullable Cause cause, int come) {
        return cause != null && (come & bit(cause)) != 0;
    }

    private int bit(Cause cause) {
        return 1 << causes.indexOf(cause);
    }

    /** A side and a way in which its ratings changed. */
    record Cause(Side side, RatingChange.Kind kind) implements Comparable<Cause> {
        /** Returns the cause of a change; null if the ratings were carried over, or differ in decimals only. */
        static @Nullable Cause of(Side side, RatingChange.Kind kind) {
            return switch (kind) {
                case PRECISION, CARRIED -> null;
                default -> new Cause(side, kind);
            };
        }

        @Override
        public int compareTo(Cause other) {
            return Comparator.comparing(Cause::side).thenComparing(Cause::kind).compare(this, other);
        }
    }

    /**
     * An element with the ratings of both sides in both releases.
     *
     * @param terms its terms with the ratings of both sides earlier, of the target later, of the source later, of both
     *     later
     */
    private record Row(
            Change<RatedElement> source,
            Change<RatedElement> target,
            @Nullable Cause sourceCause,
            @Nullable Cause targetCause,
            List<ReadinessTerm> terms) {
        static Row of(Change<RatedElement> source, Change<RatedElement> target, NotRelevantPolicy notRelevant) {
            RatingChange.Kind level = RatingChange.Kind.of(level(target.earlier()), level(target.later()));
            RatingChange.Kind importance =
                    RatingChange.Kind.of(importance(target.earlier()), importance(target.later()));
            return new Row(
                    source,
                    target,
                    Cause.of(Side.SOURCE, RatingChange.Kind.of(level(source.earlier()), level(source.later()))),
                    // Re-rated if one of them is, or else restated.
                    Cause.of(Side.TARGET, level.compareTo(importance) < 0 ? level : importance),
                    List.of(
                            term(source.earlier(), target.earlier(), notRelevant),
                            term(source.earlier(), target.later(), notRelevant),
                            term(source.later(), target.earlier(), notRelevant),
                            term(source.later(), target.later(), notRelevant)));
        }

        Stream<Cause> causes() {
            return Stream.of(Optional.ofNullable(sourceCause), Optional.ofNullable(targetCause))
                    .flatMap(Optional::stream);
        }

        ReadinessTerm term(boolean isSourceLater, boolean isTargetLater) {
            return terms.get((isSourceLater ? 2 : 0) + (isTargetLater ? 1 : 0));
        }

        DriftPart part(Cause cause, double share) {
            Change<RatedElement> change = cause.side() == Side.SOURCE ? source : target;
            return new DriftPart(
                    change.later().element(), cause.side(), cause.kind(), share, change.earlier(), change.later());
        }

        private static ReadinessTerm term(RatedElement source, RatedElement target, NotRelevantPolicy notRelevant) {
            return ReadinessTerm.of(level(source), level(target), importance(target), notRelevant);
        }

        private static Rating level(RatedElement rated) {
            return rated.level().orElseThrow();
        }

        private static Rating importance(RatedElement rated) {
            return rated.importance().orElseThrow();
        }
    }
}
