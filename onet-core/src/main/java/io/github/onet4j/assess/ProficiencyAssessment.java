package io.github.onet4j.assess;

import java.util.List;

/**
 * What a model says about the proficiency that an occupation demands. It is an opinion of the model and no O*NET rating; a
 * {@link Calibration} tells how far it is from O*NET's.
 *
 * @param task what was asked
 * @param model the name of the model that replied
 * @param skills one for each skill of the task, in its order
 * @param conversation everything that was said
 */
public record ProficiencyAssessment(
        AssessmentTask task, String model, List<AssessedSkill> skills, Conversation conversation) {
    /** Copies the list. */
    public ProficiencyAssessment {
        skills = List.copyOf(skills);
    }
}
