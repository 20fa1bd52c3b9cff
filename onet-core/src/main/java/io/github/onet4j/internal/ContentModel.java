package io.github.onet4j.internal;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The descriptions and level anchors of one release, from which its elements are made. */
public final class ContentModel {
    private final Map<String, String> descriptions = new HashMap<>();
    private final Map<String, List<LevelAnchor>> anchors = new HashMap<>();

    /** Adds the description of an element; null adds nothing. */
    public void addDescription(String elementId, @Nullable String description) {
        if (description != null) {
            descriptions.put(elementId, description);
        }
    }

    /** Adds an anchor of an element; an anchor on another scale than that of levels is ignored. */
    public void addAnchor(String elementId, String scaleId, LevelAnchor anchor) {
        if (scaleId.equals(Scale.LEVEL)) {
            anchors.computeIfAbsent(elementId, id -> new ArrayList<>()).add(anchor);
        }
    }

    /** Creates an element with its description and its anchors, lowest first. */
    public Element element(String id, String name, Domain domain) {
        List<LevelAnchor> sorted = anchors.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparingDouble(LevelAnchor::level))
                .toList();
        return new Element(id, name, descriptions.get(id), domain, sorted);
    }
}
