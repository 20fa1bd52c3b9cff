/** Everything that PostgreSQL and MySQL do differently. */
@NullMarked
package io.github.onet4j.jooq.internal.dialect;

import org.jspecify.annotations.NullMarked;
