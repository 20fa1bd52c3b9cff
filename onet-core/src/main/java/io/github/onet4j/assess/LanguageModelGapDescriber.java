package io.github.onet4j.assess;

import io.github.onet4j.gap.GapDescriber;
import io.github.onet4j.gap.SkillGap;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Lets a language model describe gaps: which skills to develop, how, and why they matter. The model receives the
 * computed figures and the level anchors; no figure is taken from its reply. Descriptions that are missing, repeated
 * or invented, or whose levels contradict the gap, are not used. If no description is usable, the model is asked once
 * more.
 *
 * <p>The model receives the levels of a {@link io.github.onet4j.gap.Person}, but not the name.
 *
 * <p>Immutable, and as thread-safe as the model and the observer.
 */
public final class LanguageModelGapDescriber implements GapDescriber {
    private final LanguageModel model;
    private final Consumer<Turn> observer;

    private LanguageModelGapDescriber(LanguageModel model, Consumer<Turn> observer) {
        this.model = model;
        this.observer = observer;
    }

    /**
     * Creates a describer over a model.
     *
     * @param model the model
     * @return the describer
     */
    public static LanguageModelGapDescriber of(LanguageModel model) {
        Objects.requireNonNull(model, "model");
        return new LanguageModelGapDescriber(model, turn -> {});
    }

    /**
     * Returns a describer over the same model that reports every turn as soon as it ends, with a good reply, a bad one
     * or none.
     *
     * @param observer receives each turn on the calling thread, before the next one; its exceptions end the
     *     description
     * @return a new describer
     */
    public LanguageModelGapDescriber observedBy(Consumer<Turn> observer) {
        Objects.requireNonNull(observer, "observer");
        return new LanguageModelGapDescriber(model, observer);
    }

    /**
     * Asks the model once, or twice if nothing of its reply is usable.
     *
     * @param gap a gap with at least one element
     * @return the usable descriptions
     * @throws InvalidReplyException if nothing of the reply is usable even after one repair
     * @throws LanguageModelException if the model does not reply
     */
    @Override
    public Texts describe(SkillGap gap) {
        Objects.requireNonNull(gap, "gap");
        Dialogue.Answer<GapReply> answer =
                new Dialogue(model, observer).ask(GapPrompt.of(gap), text -> GapReply.check(gap, text));
        return new Texts(answer.reply().model(), answer.checked().texts());
    }
}
