package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import java.io.Serial;
import java.util.List;

/** Readiness was asked for of an occupation that is not rated on level and importance of every element. */
final class UnratedTargetException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Occupation target;
    private final Domain domain;
    private final String version;
    private final transient List<Occupation> ratedAlternatives;

    UnratedTargetException(Occupation target, Domain domain, String version, List<Occupation> ratedAlternatives) {
        super("the target is not rated in full");
        this.target = target;
        this.domain = domain;
        this.version = version;
        this.ratedAlternatives = ratedAlternatives;
    }

    Occupation target() {
        return target;
    }

    Domain domain() {
        return domain;
    }

    String version() {
        return version;
    }

    /** Returns occupations like it that can be targets, closest first; possibly none. */
    List<Occupation> ratedAlternatives() {
        return ratedAlternatives;
    }
}
