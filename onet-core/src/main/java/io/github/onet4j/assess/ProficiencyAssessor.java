package io.github.onet4j.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Lets a language model assess the proficiency that an occupation demands. Titles and descriptions go to the model as
 * data, never as instructions. Each reply is checked: the right occupation, every skill once and no other, levels on
 * the scale, no explanation missing. If a reply has problems, the model gets it back once, together with them. What is
 * wrong with one entry then costs that entry only; another occupation, a skill that was not asked for, or no usable
 * entry at all makes a reply unusable. Of two usable replies the one with more entries counts.
 *
 * <p>The level is what counts: a category that is none of {@link Proficiency} is never a problem where there is a level
 * to take it from.
 *
 * <p>Immutable, and as thread-safe as the model and the observer. A task takes one call, or two if the first reply
 * fails.
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
     * @param model the model
     * @return the assessor
     */
    public static ProficiencyAssessor of(LanguageModel model) {
        Objects.requireNonNull(model, "model");
        return new ProficiencyAssessor(model, turn -> {});
    }

    /**
     * Returns an assessor over the same model that reports every turn as soon as it ends, with a good reply, a bad one
     * or none. It lets a host store each call, even if the assessment fails.
     *
     * @param observer receives each turn on the calling thread, before the next one; its exceptions end the assessment
     * @return a new assessor
     */
    public ProficiencyAssessor observedBy(Consumer<Turn> observer) {
        Objects.requireNonNull(observer, "observer");
        return new ProficiencyAssessor(model, observer);
    }

    /**
     * Returns the first prompt of a task. Equal tasks have equal prompts, so a host can recognize a task that it has
     * stored.
     *
     * @param task the task
     * @return the prompt
     */
    public static Prompt prompt(AssessmentTask task) {
        Objects.requireNonNull(task, "task");
        return ProficiencyPrompt.of(task).first();
    }

    /**
     * Asks the model once, or twice if its reply has problems.
     *
     * @param task the task
     * @return the assessment, with every skill of the task that has a usable entry in the reply
     * @throws InvalidReplyException if the reply is not usable even after one repair
     * @throws LanguageModelException if the model does not reply, unless it did before and the reply is usable
     */
    public ProficiencyAssessment assess(AssessmentTask task) {
        Objects.requireNonNull(task, "task");
        Dialogue dialogue = new Dialogue(model, observer);
        Dialogue.Answer<ProficiencyReply> answer =
                dialogue.ask(ProficiencyPrompt.of(task), text -> ProficiencyReply.check(task, text));
        return new ProficiencyAssessment(
                task, answer.reply().model(), answer.checked().skills(), answer.turn(), dialogue.turns());
    }

    /**
     * Asks the model several times in sequence, because two runs seldom agree on every level. To continue after a
     * failed run, assess each run yourself and pass the successful ones to {@link MedianAssessment#of}.
     *
     * @param task the task
     * @param runs the number of runs, at least 1
     * @return the medians of the runs and their spread
     * @throws IllegalArgumentException if {@code runs} is less than 1
     * @throws InvalidReplyException if the reply of a run is not usable even after one repair
     * @throws LanguageModelException if the model does not reply in a run
     */
    public MedianAssessment assess(AssessmentTask task, int runs) {
        Objects.requireNonNull(task, "task");
        if (runs < 1) {
            throw new IllegalArgumentException("runs must be at least 1, but was " + runs);
        }
        List<ProficiencyAssessment> assessments = new ArrayList<>(runs);
        for (int run = 0; run < runs; run++) {
            assessments.add(assess(task));
        }
        return MedianAssessment.of(assessments);
    }
}
