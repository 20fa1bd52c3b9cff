package io.github.onet4j.assess;

import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model's assessment of the proficiency that an occupation demands. It is the model's opinion and not an O*NET
 * rating; a {@link Calibration} measures the distance between them. Immutable.
 */
public final class ProficiencyAssessment {
    private final AssessmentTask task;
    private final String model;
    private final List<AssessedSkill> skills;
    private final Turn acceptedTurn;
    private final List<Turn> turns;

    ProficiencyAssessment(
            AssessmentTask task, String model, List<AssessedSkill> skills, Turn acceptedTurn, List<Turn> turns) {
        this.task = task;
        this.model = model;
        this.skills = List.copyOf(skills);
        this.acceptedTurn = acceptedTurn;
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
     * @return at least one, in the order of the task; one for each of its skills, except those that are
     *     {@linkplain #unassessed unassessed}
     */
    public List<AssessedSkill> skills() {
        return skills;
    }

    /**
     * Returns the skills whose entry in the reply was missing or refused. The {@linkplain Turn#problems problems} of
     * the {@linkplain #acceptedTurn accepted turn} say why.
     *
     * @return the skills in the order of the task, usually none
     */
    public List<Element> unassessed() {
        Set<String> assessed =
                skills.stream().map(skill -> skill.element().id()).collect(Collectors.toSet());
        return task.skills().stream()
                .map(RatedElement::element)
                .filter(element -> !assessed.contains(element.id()))
                .toList();
    }

    /**
     * Returns the turn whose reply was accepted.
     *
     * @return one of the {@link #turns}
     */
    public Turn acceptedTurn() {
        return acceptedTurn;
    }

    /**
     * Returns the prompts and replies.
     *
     * @return one turn, or two if the first reply had to be repaired
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
                && acceptedTurn.equals(that.acceptedTurn)
                && turns.equals(that.turns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, model, skills, acceptedTurn, turns);
    }

    /** Returns occupation, model and skills, for a log. */
    @Override
    public String toString() {
        return "ProficiencyAssessment[" + task.occupation() + ", model=" + model + ", skills=" + skills + "]";
    }
}
