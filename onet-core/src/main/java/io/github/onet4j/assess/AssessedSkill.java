package io.github.onet4j.assess;

import io.github.onet4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * A model's assessment of one skill of an occupation.
 *
 * @param element the skill, as in the task
 * @param proficiency the category that the model assigned
 * @param level the level that the model assigned, on the scale of the task; null if it could not judge the skill
 * @param explanation the model's reasons, never blank
 */
public record AssessedSkill(
        Element element, Proficiency proficiency, @Nullable Double level, String explanation) {}
