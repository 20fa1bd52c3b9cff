/** Tests of the tools. */
@NullMarked
package io.github.onet4j.examples.assistants;

import org.jspecify.annotations.NullMarked;
