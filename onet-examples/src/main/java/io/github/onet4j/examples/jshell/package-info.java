/** JShell with the library, a release and variables in place. */
@NullMarked
package io.github.onet4j.examples.jshell;

import org.jspecify.annotations.NullMarked;
