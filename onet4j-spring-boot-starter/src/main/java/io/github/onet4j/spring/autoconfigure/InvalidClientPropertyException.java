package io.github.onet4j.spring.autoconfigure;

import java.io.Serial;

/** A client can't be created out of its properties. The message of the cause shows no credentials. */
final class InvalidClientPropertyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String prefix;

    InvalidClientPropertyException(String prefix, IllegalArgumentException cause) {
        super("the properties below " + prefix + " are not valid: " + cause.getMessage(), cause);
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
