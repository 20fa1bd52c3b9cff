package io.github.onet4j.assess;

import io.github.onet4j.RatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several runs of one task, and the median level of each skill. Immutable. */
public final class MedianAssessment {
    private final AssessmentTask task;
    private final List<MedianLevel> levels;
    private final List<ProficiencyAssessment> runs;

    private MedianAssessment(AssessmentTask task, List<MedianLevel> levels, List<ProficiencyAssessment> runs) {
        this.task = task;
        this.levels = List.copyOf(levels);
        this.runs = List.copyOf(runs);
    }

    /**
     * Combines runs.
     *
     * @param runs assessments of one task, at least one
     * @return their medians
     * @throws IllegalArgumentException if there are no runs, or their tasks differ
     */
    public static MedianAssessment of(List<ProficiencyAssessment> runs) {
        Objects.requireNonNull(runs, "runs");
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must contain at least one assessment");
        }
        AssessmentTask task = runs.get(0).task();
        if (!runs.stream().allMatch(run -> run.task().equals(task))) {
            throw new IllegalArgumentException("runs must be assessments of one task");
        }
        List<MedianLevel> levels = new ArrayList<>();
        for (RatedElement skill : task.skills()) {
            levels.add(MedianLevel.of(skill.element(), runs));
        }
        return new MedianAssessment(task, levels, runs);
    }

    /**
     * Returns the task of all runs.
     *
     * @return the task
     */
    public AssessmentTask task() {
        return task;
    }

    /**
     * Returns the median levels.
     *
     * @return one for each skill of the task, in its order
     */
    public List<MedianLevel> levels() {
        return levels;
    }

    /**
     * Returns the runs.
     *
     * @return the runs in their order, at least one
     */
    public List<ProficiencyAssessment> runs() {
        return runs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MedianAssessment that && runs.equals(that.runs);
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }

    /** Returns occupation and levels, for a log. */
    @Override
    public String toString() {
        return "MedianAssessment[" + task.occupation() + ", levels=" + levels + "]";
    }
}
