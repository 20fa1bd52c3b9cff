package io.github.onet4j.assess;

import io.github.onet4j.Element;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's assessment of one skill of an occupation.
 *
 * @param element the skill, as in the task
 * @param proficiency the category that the model assigned; if it wrote none of the five, the one of its level, where
 *     each category covers a fifth of the scale
 * @param level the level that the model assigned, on the scale of the task; null if it could not judge the skill
 * @param explanation the model's reasons, never blank
 * @param category the category as the model wrote it, for example {@code Basic}; empty if it wrote none. The database
 *     keeps the proficiency only, so there it is the label.
 */
public record AssessedSkill(
        Element element, Proficiency proficiency, @Nullable Double level, String explanation, String category) {
    /** Refuses null, except where it has a meaning. */
    public AssessedSkill {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(proficiency, "proficiency");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(category, "category");
    }

    /**
     * Creates an assessment whose category is the label of the proficiency.
     *
     * @param element the skill
     * @param proficiency the category
     * @param level the level; null if the skill can't be judged
     * @param explanation the reasons
     */
    public AssessedSkill(Element element, Proficiency proficiency, @Nullable Double level, String explanation) {
        this(
                element,
                proficiency,
                level,
                explanation,
                Objects.requireNonNull(proficiency, "proficiency").label());
    }
}
