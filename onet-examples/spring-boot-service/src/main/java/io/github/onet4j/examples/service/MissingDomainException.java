package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import java.io.Serial;

/** The release as loaded rates no occupation in a domain. */
final class MissingDomainException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Domain domain;
    private final String version;

    MissingDomainException(Domain domain, String version) {
        super("O*NET " + version + " as loaded has no ratings of " + domain.label());
        this.domain = domain;
        this.version = version;
    }

    Domain domain() {
        return domain;
    }

    String version() {
        return version;
    }
}
