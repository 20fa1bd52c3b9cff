package io.github.onet4j.gap;

import org.jspecify.annotations.Nullable;

/**
 * One element in which the target asks for more than the source has.
 *
 * @param elementId for example {@code 2.B.3.e}
 * @param elementName for example {@code Programming}
 * @param fromLevel the source's level, 0 to 7; null where the source has no rating of the element; 0 where it is rated not to
 *     have it
 * @param toLevel the target's level, above 0
 */
public record LevelGap(
        String elementId, String elementName, @Nullable Double fromLevel, double toLevel) {}
