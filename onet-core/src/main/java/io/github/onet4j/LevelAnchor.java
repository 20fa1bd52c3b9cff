package io.github.onet4j;

import java.io.Serializable;
import java.util.Objects;

/**
 * An example that stands for one point of an element's level scale (Level Scale Anchors).
 *
 * @param level the point of the scale, 0 to 7
 * @param description an example of work at this level
 */
public record LevelAnchor(double level, String description) implements Serializable {
    /** Refuses null. */
    public LevelAnchor {
        Objects.requireNonNull(description, "description");
    }
}
