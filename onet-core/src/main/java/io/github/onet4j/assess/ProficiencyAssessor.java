package io.github.onet4j.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets a language model assess which proficiency an occupation demands. Titles and descriptions are put to the model as data,
 * never as instructions, and each reply is checked strictly: the right occupation, every skill once, levels on the scale,
 * explanations present. A reply that fails is put to the model once more, with what is wrong with it.
 *
 * <p>Immutable; as safe for many threads as the model and the observer. A task whose reply is good costs one call, else two.
 */
public final class ProficiencyAssessor {
    private final LanguageModel model;
    private final Consumer<Turn> observer;

    private ProficiencyAssessor(LanguageModel model, Consumer<Turn> observer) {
        this.model = model;
        this.observer = observer;
    }

    /**
     * Creates an assessor over a model.
     *
     * @param model what to ask
     * @return the assessor
     */
    public static ProficiencyAssessor of(LanguageModel model) {
        return new ProficiencyAssessor(model, turn -> {});
    }

    /**
     * Returns an assessor over the same model that tells of every turn as soon as it is over, whatever came of it: a good reply,
     * one with problems, or none. So a host can store each call even where the assessment fails.
     *
     * @param observer is called on the thread that assesses, before the next turn; what it throws ends the assessment
     * @return a new assessor
     */
    public ProficiencyAssessor observedBy(Consumer<Turn> observer) {
        return new ProficiencyAssessor(model, observer);
    }

    /**
     * Returns what a model is asked first about a task. It is the same for equal tasks, so that a host can tell whether it has
     * been asked before.
     *
     * @param task what to assess
     * @return the prompt
     */
    public static Prompt prompt(AssessmentTask task) {
        return ProficiencyPrompt.of(task).first();
    }

    /**
     * Asks the model once, or twice where its reply has problems.
     *
     * @param task what to assess
     * @return the assessment, with every skill of the task
     * @throws InvalidReplyException if the reply can't be used even after one repair
     * @throws LanguageModelException if the model does not reply
     */
    public ProficiencyAssessment assess(AssessmentTask task) {
        Dialogue dialogue = new Dialogue(model, observer);
        Dialogue.Answer<ProficiencyReply> answer =
                dialogue.ask(ProficiencyPrompt.of(task), text -> ProficiencyReply.check(task, text));
        return new ProficiencyAssessment(
                task, answer.reply().model(), answer.checked().skills(), dialogue.conversation());
    }

    /**
     * Asks the model several times, one after the other, since two runs seldom agree on every level. To go on where a run fails,
     * assess run by run and pass those that came to {@link MedianAssessment#of}.
     *
     * @param task what to assess
     * @param runs how often, at least 1
     * @return the median of the runs and how far they are spread
     * @throws IllegalArgumentException if runs is below 1
     * @throws InvalidReplyException if the reply of a run can't be used even after one repair
     * @throws LanguageModelException if the model does not reply in a run
     */
    public MedianAssessment assess(AssessmentTask task, int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("runs is " + runs + ", expected is at least 1");
        }
        List<ProficiencyAssessment> assessments = new ArrayList<>(runs);
        for (int run = 0; run < runs; run++) {
            assessments.add(assess(task));
        }
        return MedianAssessment.of(assessments);
    }
}
