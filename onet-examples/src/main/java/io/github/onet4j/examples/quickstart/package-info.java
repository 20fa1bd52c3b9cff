/** A first look at onet4j on the command line: a database, a release and the gap between two occupations. */
@NullMarked
package io.github.onet4j.examples.quickstart;

import org.jspecify.annotations.NullMarked;
