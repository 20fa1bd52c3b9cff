/** The host's database as onet4j sees it: the engine, who commits, and what can be wrong with the schema. */
@NullMarked
package io.github.onet4j.jooq.database;

import org.jspecify.annotations.NullMarked;
