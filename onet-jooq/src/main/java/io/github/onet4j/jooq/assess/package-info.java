/** Assessing proficiency with a language model: options, runs, and the assessments that the database stores. */
@NullMarked
package io.github.onet4j.jooq.assess;

import org.jspecify.annotations.NullMarked;
