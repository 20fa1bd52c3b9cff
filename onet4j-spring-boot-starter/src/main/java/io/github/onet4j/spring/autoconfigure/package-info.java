/** Auto-configuration for Spring Boot 3.5 to 4.1. Its beans and properties are the API; its classes are not. */
@NullMarked
package io.github.onet4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
