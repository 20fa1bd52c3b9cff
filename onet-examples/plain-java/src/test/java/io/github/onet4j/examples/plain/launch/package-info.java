/** The launcher, and that it knows every program. */
@NullMarked
package io.github.onet4j.examples.plain.launch;

import org.jspecify.annotations.NullMarked;
