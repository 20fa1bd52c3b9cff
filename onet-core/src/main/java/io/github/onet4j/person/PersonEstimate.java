package io.github.onet4j.person;

import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.Normal;
import io.github.onet4j.internal.OptionCheck;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.Evidence;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.match.TargetOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The levels of a person as far as they are known, and what follows from them. Immutable and safe for use by several
 * threads.
 */
public final class PersonEstimate {
    /** The least narrowing of an interval that is worth a question: a tenth of a percentage point. */
    private static final double LEAST_NARROWING = .001;

    private static final Comparator<HistoryMatches.Match> CLOSEST_FIRST = Comparator.comparingDouble(
                    (HistoryMatches.Match match) -> match.close().score())
            .reversed()
            .thenComparing(match -> match.close().occupation().code());

    private final PersonModel model;
    private final PersonProfile person;
    private final List<Occupation> held;
    private final MultivariateNormal distribution;
    private final List<LevelEstimate> levels;

    PersonEstimate(PersonModel model, PersonProfile person, List<Occupation> held, MultivariateNormal distribution) {
        this.model = model;
        this.person = person;
        this.held = List.copyOf(held);
        this.distribution = distribution;
        this.levels = IntStream.range(0, model.elements().size())
                .mapToObj(this::level)
                .toList();
    }

    private LevelEstimate level(int column) {
        Element element = model.elements().get(column);
        return new LevelEstimate(
                element,
                distribution.mean(column),
                distribution.standardDeviation(column),
                person.known().containsKey(element.id()),
                person.selfAssessed().containsKey(element.id()));
    }

    /**
     * Returns the release of the ratings.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return model.release();
    }

    /**
     * Returns the levels.
     *
     * @return the level of each element, by element id
     */
    public List<LevelEstimate> levels() {
        return levels;
    }

    /**
     * Returns the occupations held that say nothing about the levels, since O*NET does not rate all of theirs.
     *
     * @return the occupations, in the order of the profile; if these are all, the levels are those of somebody without
     *     a history
     */
    public List<Occupation> heldWithoutRatings() {
        return held.stream()
                .filter(occupation -> model.rated().row(occupation.code()).isEmpty())
                .toList();
    }

    /**
     * Estimates the readiness for a target.
     *
     * <p>The mean is exact. So is the standard deviation of what is met of each element; their correlations are taken
     * to be those of the levels. It is then widened by 8 %, with which the 90 % interval was right about 90 times in
     * 100 among simulated persons.
     *
     * @param target the target's code, one of {@link PersonModel#targets}
     * @return the readiness with its interval, and each element that the target needs
     * @throws io.github.onet4j.OccupationNotFoundException if the release has no such occupation
     * @throws IllegalArgumentException if the target is not rated on level and importance of every element, or needs
     *     nothing
     */
    public ReadinessEstimate readiness(OnetSocCode target) {
        int row = model.targetRow(Objects.requireNonNull(target, "target"));
        double[] needed = model.rated().levels(row);
        TargetMoments moments = moments(row);
        List<PersonGap> gaps = IntStream.range(0, needed.length)
                .filter(column -> needed[column] > 0)
                .mapToObj(column -> new PersonGap(
                        levels.get(column).element(),
                        needed[column],
                        levels.get(column),
                        moments.probabilityOfShortfall(column),
                        moments.share(column)))
                .sorted(Comparator.comparingDouble(PersonGap::share).reversed())
                .toList();
        double mean = moments.mean();
        double deviation = moments.standardDeviation();
        return new ReadinessEstimate(
                release(),
                model.rated().occupation(row),
                mean,
                deviation,
                Math.max(0, mean - Normal.QUANTILE_95 * deviation),
                Math.min(1, mean + Normal.QUANTILE_95 * deviation),
                gaps);
    }

    private TargetMoments moments(int row) {
        return new TargetMoments(
                distribution, model.rated().levels(row), model.rated().weights(row));
    }

    /**
     * Returns the question whose answer is expected to narrow the interval of a readiness most, on the assumption that
     * answers are off by {@link PersonProfile#SELF_ASSESSMENT_DEVIATION}.
     *
     * @param target the target's code, one of {@link PersonModel#targets}
     * @return the question; empty if the person has assessed every element, or if no answer would narrow the interval
     *     by a tenth of a percentage point
     * @throws io.github.onet4j.OccupationNotFoundException if the release has no such occupation
     * @throws IllegalArgumentException if the target is not rated on level and importance of every element, or needs
     *     nothing
     */
    public Optional<Question> nextQuestion(OnetSocCode target) {
        return nextQuestion(target, Set.of());
    }

    /**
     * Returns the question whose answer is expected to narrow the interval of a readiness most, among those that the
     * person has not skipped.
     *
     * @param target the target's code, one of {@link PersonModel#targets}
     * @param skipped the ids of the elements not to ask about
     * @return the question; empty if the person has assessed or skipped every element, or if no other answer would
     *     narrow the interval by a tenth of a percentage point
     * @throws io.github.onet4j.OccupationNotFoundException if the release has no such occupation
     * @throws IllegalArgumentException if the target is not rated on level and importance of every element, or needs
     *     nothing
     */
    public Optional<Question> nextQuestion(OnetSocCode target, Set<String> skipped) {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(skipped, "skipped");
        int row = model.targetRow(target);
        double[] reductions = moments(row).reductions(PersonProfile.SELF_ASSESSMENT_DEVIATION);
        return IntStream.range(0, reductions.length)
                .filter(column -> !levels.get(column).selfAssessed())
                .filter(column -> !skipped.contains(levels.get(column).element().id()))
                .mapToObj(column -> new Question(
                        release(), levels.get(column).element(), 2 * Normal.QUANTILE_95 * reductions[column]))
                .filter(question -> question.narrowing() >= LEAST_NARROWING)
                .max(Comparator.comparingDouble(Question::narrowing));
    }

    /**
     * Ranks the occupations that the person has not held by how far their levels are from those to expect of the
     * person: Σ w·|x − LV| / Σ w·LV, as {@link TargetOrder#DISTANCE} does. An occupation shares the rank of the nearest
     * one of that rank if the difference of their distances is up to 1.96 of its standard deviations, to first order:
     * by the standard errors of both occupations' levels, at least .125 each, and by the person's uncertain levels.
     *
     * @param limit the least number of occupations, at least 1; whatever shares the rank of the last one follows
     * @return the occupations, the nearest first
     */
    public PersonRanking ranking(int limit) {
        OptionCheck.check(limit >= 1, "limit", "at least 1", limit);
        double[] expected = levels.stream()
                .mapToDouble(level -> Math.max(0, Math.min(7, level.mean())))
                .toArray();
        Map<String, Double> byId = new HashMap<>();
        for (int column = 0; column < expected.length; column++) {
            byId.put(levels.get(column).element().id(), expected[column]);
        }
        List<RankedTarget> targets = model.matrix().targets(byId, TargetOrder.DISTANCE, Integer.MAX_VALUE).stream()
                .filter(target -> !held.contains(target.occupation()))
                .toList();
        return new PersonRanking(
                release(), new DistanceRanking(model.rated(), distribution, expected).places(targets, limit));
    }

    /**
     * Returns the occupations closest to those that the person has held, rated or not. Each counts by the one that it
     * is closest to, whatever the years.
     *
     * @param closeness the closeness of the same release
     * @param limit the largest number of occupations, at least 1
     * @return the occupations, closest first; none if the person has held none
     * @throws IllegalArgumentException if the closeness is of another release
     */
    public HistoryMatches closestToHistory(Closeness closeness, int limit) {
        Objects.requireNonNull(closeness, "closeness");
        OptionCheck.check(limit >= 1, "limit", "at least 1", limit);
        OptionCheck.check(
                closeness.release().equals(release()),
                "closeness",
                "of O*NET " + release().version(),
                "O*NET " + closeness.release().version());
        Map<OnetSocCode, HistoryMatches.Match> best = new HashMap<>();
        Set<Evidence> missing = Set.of();
        for (Occupation occupation : held) {
            ClosestOccupations closest = closeness.closest(occupation.code(), Integer.MAX_VALUE);
            missing = closest.missing();
            for (CloseOccupation close : closest.closest()) {
                best.merge(
                        close.occupation().code(),
                        new HistoryMatches.Match(occupation, close),
                        (one, other) -> CLOSEST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        held.forEach(occupation -> best.remove(occupation.code()));
        return new HistoryMatches(
                release(),
                best.values().stream().sorted(CLOSEST_FIRST).limit(limit).toList(),
                missing);
    }

    /**
     * Returns the credit to show with the levels.
     *
     * @return see {@link ReleaseInfo#attribution}
     */
    public String attribution() {
        return release().attribution();
    }

    /** {@return {@link #release}, for serializers} */
    public ReleaseInfo getRelease() {
        return release();
    }

    /** {@return {@link #levels}, for serializers} */
    public List<LevelEstimate> getLevels() {
        return levels();
    }

    /** {@return {@link #heldWithoutRatings}, for serializers} */
    public List<Occupation> getHeldWithoutRatings() {
        return heldWithoutRatings();
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }

    /** Returns the number of levels without any of them, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return "estimate of " + levels.size() + " levels, O*NET " + release().version();
    }
}
