/** Tests the launcher, which must know every program. */
@NullMarked
package io.github.onet4j.examples.plain.launch;

import org.jspecify.annotations.NullMarked;
