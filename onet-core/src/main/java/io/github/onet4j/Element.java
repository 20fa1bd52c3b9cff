package io.github.onet4j;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An element of O*NET's content model, such as the skill Programming.
 *
 * @param id its element id, for example {@code 2.B.3.e}
 * @param name its name
 * @param description its description, or null if the release has no Content Model Reference
 * @param domain the domain in whose file the element is rated
 * @param levelAnchors the examples of work at points of its level scale, lowest first; empty if the release has none
 */
public record Element(
        String id, String name, @Nullable String description, Domain domain, List<LevelAnchor> levelAnchors)
        implements Serializable {
    /** Copies the list of anchors. */
    public Element {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(levelAnchors, "levelAnchors");
        levelAnchors = List.copyOf(levelAnchors);
    }

    /** Returns name and id, for example {@code Programming (2.B.3.e)}. */
    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
