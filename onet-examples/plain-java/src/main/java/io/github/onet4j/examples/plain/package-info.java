/** Small programs as a host would write them, one per topic. */
@NullMarked
package io.github.onet4j.examples.plain;

import org.jspecify.annotations.NullMarked;
