/** Runs each program in a process of its own on a real server, and checks its output and the database. */
@NullMarked
package io.github.onet4j.examples.plain;

import org.jspecify.annotations.NullMarked;
