package io.github.onet4j.examples.assistants;

import io.github.onet4j.Element;

/** An element of O*NET's content model. */
record ElementName(String elementId, String name) {
    static ElementName of(Element element) {
        return new ElementName(element.id(), element.name());
    }

    String text() {
        return Text.quoted(name) + " (" + elementId + ")";
    }
}
