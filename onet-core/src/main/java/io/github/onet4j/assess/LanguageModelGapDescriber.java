package io.github.onet4j.assess;

import io.github.onet4j.gap.GapDescriber;
import io.github.onet4j.gap.SkillGap;
import java.util.function.Consumer;

/**
 * Lets a language model describe gaps: what has to be developed, how, and why it matters. The model is given the computed
 * figures and the level anchors; no figure is taken from its reply. What it leaves out, repeats, makes up, or describes with
 * levels that are not those of the gap is not used. If nothing of a reply can be used, it is asked once more.
 *
 * <p>The name of a {@link io.github.onet4j.gap.Person} is not told to the model; the person's levels are.
 *
 * <p>Immutable; as safe for many threads as the model and the observer.
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
     * @param model what to ask
     * @return the describer
     */
    public static LanguageModelGapDescriber of(LanguageModel model) {
        return new LanguageModelGapDescriber(model, turn -> {});
    }

    /**
     * Returns a describer over the same model that tells of every turn as soon as it is over, whatever came of it.
     *
     * @param observer is called on the thread that describes, before the next turn; what it throws ends the description
     * @return a new describer
     */
    public LanguageModelGapDescriber observedBy(Consumer<Turn> observer) {
        return new LanguageModelGapDescriber(model, observer);
    }

    /**
     * Asks the model once, or twice where nothing of its reply can be used.
     *
     * @param gap a gap with at least one element
     * @return the descriptions that can be used
     * @throws InvalidReplyException if nothing of the reply can be used even after one repair
     * @throws LanguageModelException if the model does not reply
     */
    @Override
    public Texts describe(SkillGap gap) {
        Dialogue.Answer<GapReply> answer =
                new Dialogue(model, observer).ask(GapPrompt.of(gap), text -> GapReply.check(gap, text));
        return new Texts(answer.reply().model(), answer.checked().texts());
    }
}
