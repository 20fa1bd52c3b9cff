package io.github.onet4j.match;

import io.github.onet4j.Element;
import java.util.Objects;

/**
 * The estimated ratings of an element.
 *
 * @param element the element
 * @param level the level, 0 to 7
 * @param levelStandardError the standard error of the level, on its scale
 * @param importance the importance, 1 to 5
 * @param importanceStandardError the standard error of the importance, on its scale
 */
public record EstimatedElement(
        Element element, double level, double levelStandardError, double importance, double importanceStandardError) {
    /** Refuses null. */
    public EstimatedElement {
        Objects.requireNonNull(element, "element");
    }
}
