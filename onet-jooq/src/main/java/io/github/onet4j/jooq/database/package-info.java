/** The host's database: the engine, the owner of transactions, and differences of the schema. */
@NullMarked
package io.github.onet4j.jooq.database;

import org.jspecify.annotations.NullMarked;
