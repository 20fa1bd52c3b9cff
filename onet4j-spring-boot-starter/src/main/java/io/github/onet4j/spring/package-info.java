/**
 * What a Spring Boot application says to onet4j's auto-configuration beside its properties: which DataSource, and
 * options of the builder.
 */
@NullMarked
package io.github.onet4j.spring;

import org.jspecify.annotations.NullMarked;
