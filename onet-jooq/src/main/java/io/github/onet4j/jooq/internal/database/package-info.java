/** The host's database, and the differences between PostgreSQL and MySQL. */
@NullMarked
package io.github.onet4j.jooq.internal.database;

import org.jspecify.annotations.NullMarked;
