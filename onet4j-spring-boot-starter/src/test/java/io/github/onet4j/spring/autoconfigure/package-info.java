@NullMarked
package io.github.onet4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
