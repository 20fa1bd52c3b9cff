/** The questions of a catalog, answered by the database. */
@NullMarked
package io.github.onet4j.jooq.internal.query;

import org.jspecify.annotations.NullMarked;
