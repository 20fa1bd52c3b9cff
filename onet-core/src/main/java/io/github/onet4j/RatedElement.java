package io.github.onet4j;

import org.jspecify.annotations.Nullable;

/**
 * An element as it is rated for one occupation.
 *
 * @param element the element
 * @param importance its rating on the scale {@code IM}, 1 to 5, or null if there is none
 * @param level its rating on the scale {@code LV}, 0 to 7, or null if there is none
 */
public record RatedElement(
        Element element,
        @Nullable Rating importance,
        @Nullable Rating level) {}
