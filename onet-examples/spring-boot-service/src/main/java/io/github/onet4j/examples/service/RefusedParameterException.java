package io.github.onet4j.examples.service;

import java.io.Serial;

/** A parameter of a request is missing, malformed or contradicted; the message says so to the client. */
final class RefusedParameterException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;

    RefusedParameterException(String parameter, String detail) {
        super(detail);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
