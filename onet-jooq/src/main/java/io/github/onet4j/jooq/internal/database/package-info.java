/** Everything that PostgreSQL and MySQL do differently. */
@NullMarked
package io.github.onet4j.jooq.internal.database;

import org.jspecify.annotations.NullMarked;
