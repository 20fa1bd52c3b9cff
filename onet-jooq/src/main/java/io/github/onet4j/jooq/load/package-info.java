/** Loading releases: options, progress, reports, and the releases that the database holds. */
@NullMarked
package io.github.onet4j.jooq.load;

import org.jspecify.annotations.NullMarked;
