package io.github.onet4j.assess;

import io.github.onet4j.Element;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one skill in several runs. A run that could not judge the skill, or has no usable entry for it, has no
 * level. Immutable.
 */
public final class MedianLevel {
    private final Element element;
    private final List<Double> levels;
    private final int runs;

    private MedianLevel(Element element, List<Double> levels, int runs) {
        this.element = element;
        this.levels = levels;
        this.runs = runs;
    }

    static MedianLevel of(Element element, List<ProficiencyAssessment> runs) {
        List<Double> levels = runs.stream()
                .flatMap(run -> run.skills().stream())
                .filter(skill -> skill.element().id().equals(element.id()))
                .map(AssessedSkill::level)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new MedianLevel(element, levels, runs.size());
    }

    /**
     * Returns the skill.
     *
     * @return the skill
     */
    public Element element() {
        return element;
    }

    /**
     * Returns the median of the levels, which for an even number is the mean of the middle two.
     *
     * @return the median on the scale of the task; empty if no run has a level
     */
    public OptionalDouble median() {
        int judged = levels.size();
        return judged == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((levels.get((judged - 1) / 2) + levels.get(judged / 2)) / 2);
    }

    /**
     * Returns the lowest level.
     *
     * @return the level; empty if no run has one
     */
    public OptionalDouble lowest() {
        return levels.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(levels.get(0));
    }

    /**
     * Returns the highest level.
     *
     * @return the level; empty if no run has one
     */
    public OptionalDouble highest() {
        return levels.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(levels.get(levels.size() - 1));
    }

    /**
     * Returns the difference between the highest and the lowest level.
     *
     * @return the spread, 0 if all runs agree or only one has a level; empty if no run has one
     */
    public OptionalDouble spread() {
        return levels.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(levels.get(levels.size() - 1) - levels.get(0));
    }

    /**
     * Returns the number of runs with a level.
     *
     * @return the number, 0 or more
     */
    public int judged() {
        return levels.size();
    }

    /**
     * Returns the number of runs.
     *
     * @return the number, at least 1
     */
    public int runs() {
        return runs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MedianLevel that
                && element.equals(that.element)
                && levels.equals(that.levels)
                && runs == that.runs;
    }

    @Override
    public int hashCode() {
        return Objects.hash(element, levels, runs);
    }

    /** Returns the skill and its levels, for a log. */
    @Override
    public String toString() {
        return "MedianLevel[" + element + ", levels=" + levels + ", runs=" + runs + "]";
    }
}
