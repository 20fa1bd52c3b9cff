/** JShell with the library and a release in variables. */
@NullMarked
package io.github.onet4j.examples.jshell;

import org.jspecify.annotations.NullMarked;
