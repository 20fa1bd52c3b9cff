package io.github.onet4j.internal;

/** The weight that an element has in readiness, by its importance. */
public final class ImportanceWeight {
    private ImportanceWeight() {}

    /** Returns 0 for importance 1, 1 for importance 5. */
    public static double of(double importance) {
        return (importance - 1) / 4;
    }
}
