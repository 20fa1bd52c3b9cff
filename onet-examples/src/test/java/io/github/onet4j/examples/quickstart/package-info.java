@NullMarked
package io.github.onet4j.examples.quickstart;

import org.jspecify.annotations.NullMarked;
