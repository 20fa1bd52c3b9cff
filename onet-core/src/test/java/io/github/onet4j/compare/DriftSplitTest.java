package io.github.onet4j.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Origin;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.compare.DriftSplit.Cause;
import io.github.onet4j.compare.RatingChange.Kind;
import io.github.onet4j.gap.NotRelevantPolicy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The split against its definition, on random ratings: the mean over all orders in which the causes can come. */
class DriftSplitTest {
    private static final double TOLERANCE = 1e-12;
    private static final int ROUNDS = 400;
    private static final YearMonth AUGUST = YearMonth.of(2023, 8);
    private static final Kind[] KINDS = {Kind.CARRIED, Kind.CARRIED, Kind.PRECISION, Kind.RE_RATED, Kind.RESTATED};

    @Test
    void partsAreTheMeanOverAllOrdersOfTheCausesAndAddUp() {
        Random random = new Random(20251201);
        Map<Integer, Integer> roundsByCauses = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = Pair.random(random);
            DriftSplit split = DriftSplit.of(pair.source(), pair.target(), pair.notRelevant());
            if (split == null) {
                continue;
            }
            List<Cause> causes = pair.causes();
            roundsByCauses.merge(causes.size(), 1, Integer::sum);

            assertThat(split.earlierReadiness()).isCloseTo(pair.readiness(Set.of()), within(TOLERANCE));
            assertThat(split.laterReadiness()).isCloseTo(pair.readiness(new HashSet<>(causes)), within(TOLERANCE));
            assertThat(split.parts().stream().mapToDouble(DriftPart::share).sum())
                    .isCloseTo(split.laterReadiness() - split.earlierReadiness(), within(TOLERANCE));
            for (Cause cause : causes) {
                assertThat(split.parts().stream()
                                .filter(part -> part.side() == cause.side() && part.kind() == cause.kind())
                                .mapToDouble(DriftPart::share)
                                .sum())
                        .as("round %s, %s of %s", round, cause, causes)
                        .isCloseTo(pair.meanOverOrders(cause, causes), within(TOLERANCE));
            }
            assertThat(split.parts()).allSatisfy(part -> assertThat(part.kind()).isIn(Kind.RE_RATED, Kind.RESTATED));
        }

        assertThat(roundsByCauses).as("from none to all four").containsOnlyKeys(0, 1, 2, 3, 4);
    }

    @Test
    void withOneCauseThePartsAreThoseOfTheFormula() {
        // Needed 1·4 + 0.5·2 = 5 and met 1·1 + 0.5·2 = 2, then needed 1·2 + 0.5·2 = 3 and met 1·1 + 0.5·2 = 2.
        NavigableMap<String, Change<RatedElement>> source = new TreeMap<>(Map.of(
                "a", change(rated("a", 1, 1, AUGUST), rated("a", 1, 1, AUGUST)),
                "b", change(rated("b", 1, 3, AUGUST), rated("b", 1, 3, AUGUST))));
        NavigableMap<String, Change<RatedElement>> target = new TreeMap<>(Map.of(
                "a", change(rated("a", 5, 4, AUGUST), rated("a", 5, 2, AUGUST.plusYears(2))),
                "b", change(rated("b", 3, 2, AUGUST), rated("b", 3, 2, AUGUST.plusYears(2)))));

        DriftSplit split = Objects.requireNonNull(DriftSplit.of(source, target, NotRelevantPolicy.AS_RATED));

        assertThat(split.earlierReadiness()).isEqualTo(0.4);
        assertThat(split.laterReadiness()).isCloseTo(2 / 3., within(TOLERANCE));
        assertThat(split.parts()).extracting(part -> part.element().id()).containsExactly("a", "b");
        // ((1 - 1) - 0.4 · (2 - 4)) / 3
        assertThat(split.parts().get(0).share()).isCloseTo(0.8 / 3, within(TOLERANCE));
        assertThat(split.parts().get(1).share()).as("re-rated as it was").isEqualTo(0);
    }

    @Test
    void thereIsNoSplitWhereTheTargetNeedsNothing() {
        NavigableMap<String, Change<RatedElement>> source =
                new TreeMap<>(Map.of("a", change(rated("a", 1, 1, AUGUST), rated("a", 1, 1, AUGUST))));
        NavigableMap<String, Change<RatedElement>> target =
                new TreeMap<>(Map.of("a", change(rated("a", 5, 4, AUGUST), rated("a", 5, 0, AUGUST))));

        assertThat(DriftSplit.of(source, target, NotRelevantPolicy.AS_RATED)).isNull();
        assertThat(DriftSplit.of(source, new TreeMap<>(), NotRelevantPolicy.AS_RATED))
                .isNull();
    }

    @Test
    void thereIsNoSplitThroughAMixtureInWhichTheTargetNeedsNothing() {
        NavigableMap<String, Change<RatedElement>> source = new TreeMap<>(Map.of(
                "a", change(rated("a", 1, 1, AUGUST), rated("a", 1, 1, AUGUST)),
                "b", change(rated("b", 1, 1, AUGUST), rated("b", 1, 1, AUGUST))));
        NavigableMap<String, Change<RatedElement>> target = new TreeMap<>(Map.of(
                "a", change(rated("a", 5, 0, AUGUST), rated("a", 5, 4, AUGUST.plusYears(2))),
                "b", change(rated("b", 5, 4, AUGUST), rated("b", 5, 0, AUGUST))));

        assertThat(DriftSplit.of(source, target, NotRelevantPolicy.AS_RATED)).isNull();
    }

    private static Change<RatedElement> change(RatedElement earlier, RatedElement later) {
        return new Change<>(earlier, later);
    }

    private static RatedElement rated(String id, double importance, double level, YearMonth date) {
        return RatedElement.of(
                element(id), rating(importance, 0.1234, false, date), rating(level, 0.1234, false, date));
    }

    private static Element element(String id) {
        return new Element(id, "Element " + id, null, Domain.SKILLS, List.of());
    }

    private static Rating rating(double value, double standardError, boolean notRelevant, YearMonth date) {
        return new Rating(
                value,
                8,
                standardError,
                null,
                null,
                false,
                notRelevant,
                date,
                "Analyst",
                new Origin(Origin.Kind.RELEASE, "29.3"));
    }

    /** Ratings of two occupations in two releases, and readiness by a computation of its own. */
    private record Pair(
            NavigableMap<String, Change<RatedElement>> source,
            NavigableMap<String, Change<RatedElement>> target,
            Map<String, Kind> sourceKinds,
            Map<String, Kind> targetKinds,
            NotRelevantPolicy notRelevant) {
        static Pair random(Random random) {
            Pair pair = new Pair(
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    random.nextBoolean() ? NotRelevantPolicy.AS_RATED : NotRelevantPolicy.AS_ABSENT);
            int elements = 1 + random.nextInt(12);
            int kinds = 1 + random.nextInt(KINDS.length);
            for (int i = 0; i < elements; i++) {
                String id = "e" + (10 + i);
                Kind ofSource = KINDS[random.nextInt(kinds)];
                Kind ofTarget = KINDS[random.nextInt(kinds)];
                pair.sourceKinds.put(id, ofSource);
                pair.targetKinds.put(id, ofTarget);
                pair.source.put(id, change(id, ofSource, random));
                pair.target.put(id, change(id, ofTarget, random));
            }
            return pair;
        }

        private static Change<RatedElement> change(String id, Kind kind, Random random) {
            double importance = decimals(1 + 4 * random.nextDouble());
            double level = decimals(7 * random.nextDouble());
            boolean notRelevant = random.nextInt(4) == 0;
            RatedElement earlier = RatedElement.of(
                    element(id), rating(importance, 0.12, false, AUGUST), rating(level, 0.12, notRelevant, AUGUST));
            return new Change<>(
                    earlier,
                    switch (kind) {
                        case CARRIED -> earlier;
                        case PRECISION ->
                            RatedElement.of(
                                    element(id),
                                    rating(importance, 0.1234, false, AUGUST),
                                    rating(level, 0.1212, notRelevant, AUGUST));
                        case RE_RATED ->
                            RatedElement.of(
                                    element(id),
                                    rating(decimals(1 + 4 * random.nextDouble()), 0.12, false, AUGUST.plusYears(2)),
                                    rating(
                                            decimals(7 * random.nextDouble()),
                                            0.12,
                                            random.nextInt(4) == 0,
                                            AUGUST.plusYears(2)));
                        default ->
                            RatedElement.of(
                                    element(id),
                                    rating(decimals(1 + 4 * random.nextDouble()), 0.5, false, AUGUST),
                                    rating(decimals(7 * random.nextDouble()), 0.5, random.nextInt(4) == 0, AUGUST));
                    });
        }

        private static double decimals(double value) {
            return Math.rint(value * 100) / 100;
        }

        List<Cause> causes() {
            Set<Cause> causes = new HashSet<>();
            sourceKinds.values().forEach(kind -> causes.add(new Cause(Side.SOURCE, kind)));
            targetKinds.values().forEach(kind -> causes.add(new Cause(Side.TARGET, kind)));
            causes.removeIf(cause -> cause.kind() == Kind.CARRIED || cause.kind() == Kind.PRECISION);
            return List.copyOf(causes);
        }

        double readiness(Set<Cause> come) {
            double needed = 0;
            double met = 0;
            for (String id : source.keySet()) {
                RatedElement from = in(source, id, come.contains(new Cause(Side.SOURCE, kind(sourceKinds, id))));
                RatedElement to = in(target, id, come.contains(new Cause(Side.TARGET, kind(targetKinds, id))));
                double weight = (to.importance().orElseThrow().value() - 1) / 4;
                needed += weight * level(to);
                met += weight * Math.min(level(from), level(to));
            }
            return met / needed;
        }

        private static Kind kind(Map<String, Kind> kinds, String id) {
            return kinds.getOrDefault(id, Kind.CARRIED);
        }

        private static RatedElement in(NavigableMap<String, Change<RatedElement>> side, String id, boolean isLater) {
            Change<RatedElement> change =
                    side.getOrDefault(id, side.firstEntry().getValue());
            return isLater ? change.later() : change.earlier();
        }

        private double level(RatedElement rated) {
            Rating level = rated.level().orElseThrow();
            boolean isAbsent = notRelevant == NotRelevantPolicy.AS_ABSENT && Boolean.TRUE.equals(level.notRelevant());
            return isAbsent ? 0 : level.value();
        }

        double meanOverOrders(Cause cause, List<Cause> causes) {
            List<List<Cause>> orders = orders(causes);
            double sum = 0;
            for (List<Cause> order : orders) {
                Set<Cause> come = new HashSet<>(order.subList(0, order.indexOf(cause)));
                double before = readiness(come);
                come.add(cause);
                sum += readiness(come) - before;
            }
            return sum / orders.size();
        }

        private static List<List<Cause>> orders(List<Cause> causes) {
            if (causes.isEmpty()) {
                return List.of(List.of());
            }
            List<List<Cause>> orders = new ArrayList<>();
            for (Cause last : causes) {
                List<Cause> others = new ArrayList<>(causes);
                others.remove(last);
                for (List<Cause> order : orders(others)) {
                    List<Cause> longer = new ArrayList<>(order);
                    longer.add(last);
                    orders.add(longer);
                }
            }
            return orders;
        }
    }
}
