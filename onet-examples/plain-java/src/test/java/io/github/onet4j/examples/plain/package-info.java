/** Runs each program as a process of its own on a real server, and looks at what it prints and leaves in the database. */
@NullMarked
package io.github.onet4j.examples.plain;

import org.jspecify.annotations.NullMarked;
