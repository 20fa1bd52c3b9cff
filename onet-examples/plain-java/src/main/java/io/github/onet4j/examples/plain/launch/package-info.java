/** Starts the programs from the command line, with defaults for the database and the release. */
@NullMarked
package io.github.onet4j.examples.plain.launch;

import org.jspecify.annotations.NullMarked;
