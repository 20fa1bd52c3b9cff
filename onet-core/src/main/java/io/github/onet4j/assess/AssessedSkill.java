package io.github.onet4j.assess;

import io.github.onet4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one skill of an occupation.
 *
 * @param element the skill, as it stands in the task
 * @param proficiency the category it assigns
 * @param level the level it assigns, on the scale of the task, as the model wrote it; null where it can't judge
 * @param explanation why, never blank
 */
public record AssessedSkill(
        Element element, Proficiency proficiency, @Nullable Double level, String explanation) {}
