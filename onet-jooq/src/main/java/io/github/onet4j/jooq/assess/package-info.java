/** Assessing proficiency with a language model: options, runs, and what the database keeps of them. */
@NullMarked
package io.github.onet4j.jooq.assess;

import org.jspecify.annotations.NullMarked;
