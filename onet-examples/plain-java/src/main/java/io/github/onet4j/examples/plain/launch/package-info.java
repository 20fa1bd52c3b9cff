/** Starts the programs from the command line, with a database and a release where none are named. */
@NullMarked
package io.github.onet4j.examples.plain.launch;

import org.jspecify.annotations.NullMarked;
