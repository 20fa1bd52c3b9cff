package io.github.onet4j.internal;

import io.github.onet4j.ReleaseInfo;

/** The error of a question about an element that no domain of a release has. */
public final class ElementNotFound {
    private ElementNotFound() {}

    /** Returns the exception to throw. */
    public static IllegalArgumentException of(String elementId, ReleaseInfo release) {
        return new IllegalArgumentException("O*NET " + release.version() + " rates no element \"" + elementId
                + "\"; OnetCatalog.elements lists the elements of a domain with their ids");
    }
}
