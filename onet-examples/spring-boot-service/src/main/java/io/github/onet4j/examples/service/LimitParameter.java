package io.github.onet4j.examples.service;

/** Checks how many entries a request asks for. */
final class LimitParameter {
    private static final int LARGEST = 100;

    private LimitParameter() {}

    static void require(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new RefusedParameterException("limit", "The value of limit is not from 1 to " + LARGEST + ".");
        }
    }
}
