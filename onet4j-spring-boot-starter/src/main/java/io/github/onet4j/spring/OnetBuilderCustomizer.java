package io.github.onet4j.spring;

import io.github.onet4j.jooq.Onet;

/**
 * Sets options of {@link Onet} that properties do not cover. The auto-configuration calls each bean of this type, in
 * their order, after it has applied the properties and the beans of the host.
 */
@FunctionalInterface
public interface OnetBuilderCustomizer {
    /**
     * Changes the options.
     *
     * @param builder the builder, not yet built
     */
    void customize(Onet.Builder builder);
}
