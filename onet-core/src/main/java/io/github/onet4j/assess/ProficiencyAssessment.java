package io.github.onet4j.assess;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's assessment of the proficiency that an occupation demands. It is the model's opinion and not an O*NET
 * rating; a {@link Calibration} measures the distance between them. Immutable.
 */
public final class ProficiencyAssessment {
    private final AssessmentTask task;
    private final String model;
    private final List<AssessedSkill> skills;
    private final List<Turn> turns;

    ProficiencyAssessment(AssessmentTask task, String model, List<AssessedSkill> skills, List<Turn> turns) {
        this.task = task;
        this.model = model;
        this.skills = List.copyOf(skills);
        this.turns = List.copyOf(turns);
    }

    /**
     * Returns the task that the model was given.
     *
     * @return the task
     */
    public AssessmentTask task() {
        return task;
    }

    /**
     * Returns the model that replied, as it names itself.
     *
     * @return the name
     */
    public String model() {
        return model;
    }

    /**
     * Returns the assessed skills.
     *
     * @return one for each skill of the task, in its order
     */
    public List<AssessedSkill> skills() {
        return skills;
    }

    /**
     * Returns the prompts and replies.
     *
     * @return one turn, or two if the first reply had to be repaired; the last one has the reply that was accepted
     */
    public List<Turn> turns() {
        return turns;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProficiencyAssessment that
                && task.equals(that.task)
                && model.equals(that.model)
                && skills.equals(that.skills)
                && turns.equals(that.turns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, model, skills, turns);
    }

    /** Returns occupation, model and skills, for a log. */
    @Override
    public String toString() {
        return "ProficiencyAssessment[" + task.occupation() + ", model=" + model + ", skills=" + skills + "]";
    }
}
