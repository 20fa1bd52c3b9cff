package io.github.onet4j.examples.assistants;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a call.
 *
 * @param text a few lines: what was found, with the credit to show, or why the call was refused and what to ask instead
 * @param structured what was found, as a JSON object that conforms to {@link OnetTool#outputSchema}; null if the call
 *     was refused
 */
public record ToolAnswer(String text, @Nullable String structured) {
    /** Refuses null, except where it has a meaning. */
    public ToolAnswer {
        Objects.requireNonNull(text, "text");
    }

    static ToolAnswer of(Answer answer) {
        return new ToolAnswer(answer.text() + "\n" + answer.attribution(), Schemas.JSON.writeValueAsString(answer));
    }

    static ToolAnswer refused(String reason) {
        return new ToolAnswer(reason, null);
    }

    /**
     * Tells whether the call was refused.
     *
     * @return true if the text says why
     */
    public boolean isError() {
        return structured == null;
    }

    /**
     * Returns all that a model needs, for frameworks that hand one text to it.
     *
     * @return the structured content, or why the call was refused
     */
    public String forModel() {
        return structured == null ? text : structured;
    }

    /** Returns nothing of the answer, which may be about a person. */
    @Override
    public String toString() {
        return isError() ? "a refusal" : "an answer";
    }
}
