/** From the files of a release to rows in the database. */
@NullMarked
package io.github.onet4j.jooq.internal.load;

import org.jspecify.annotations.NullMarked;
