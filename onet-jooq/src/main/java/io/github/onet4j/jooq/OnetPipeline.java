package io.github.onet4j.jooq;

/** Placeholder for the compiler. */
public final class OnetPipeline {
    private OnetPipeline() {}

    void extract() {}

    void normalize() {}

    void refresh() {}
}
