package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;
import java.io.Serial;
import java.util.List;

/** An occupation lacks ratings that the answer is made of; the message says so to the client. */
final class NotRatedInFullException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Occupation occupation;
    private final transient List<Occupation> ratedAlternatives;

    NotRatedInFullException(Occupation occupation, List<Occupation> ratedAlternatives, String detail) {
        super(detail);
        this.occupation = occupation;
        this.ratedAlternatives = ratedAlternatives;
    }

    Occupation occupation() {
        return occupation;
    }

    List<Occupation> ratedAlternatives() {
        return ratedAlternatives;
    }
}
