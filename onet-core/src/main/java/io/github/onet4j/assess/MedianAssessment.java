package io.github.onet4j.assess;

import java.util.ArrayList;
import java.util.List;

/**
 * Several runs of one task, and the median level of each skill.
 *
 * @param task what was asked
 * @param levels one for each skill of the task, in its order
 * @param runs the runs, in their order
 */
public record MedianAssessment(AssessmentTask task, List<MedianLevel> levels, List<ProficiencyAssessment> runs) {
    /** Copies the lists. */
    public MedianAssessment {
        levels = List.copyOf(levels);
        runs = List.copyOf(runs);
    }

    /**
     * Puts runs together.
     *
     * @param runs assessments of one task, at least one
     * @return their medians
     * @throws IllegalArgumentException if there is no run, or the runs are of different tasks
     */
    public static MedianAssessment of(List<ProficiencyAssessment> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no run to take the median of; give at least one");
        }
        AssessmentTask task = runs.get(0).task();
        if (!runs.stream().allMatch(run -> run.task().equals(task))) {
            throw new IllegalArgumentException(
                    "the runs are of different tasks; take the median of runs of one task only");
        }
        List<MedianLevel> levels = new ArrayList<>();
        for (int i = 0; i < task.skills().size(); i++) {
            int skill = i;
            levels.add(MedianLevel.of(
                    task.skills().get(i).element(),
                    runs.stream().map(run -> run.skills().get(skill)).toList()));
        }
        return new MedianAssessment(task, levels, runs);
    }
}
