@NullMarked
package io.github.onet4j.examples.launch;

import org.jspecify.annotations.NullMarked;
