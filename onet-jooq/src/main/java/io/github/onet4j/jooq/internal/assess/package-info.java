/** Assessments by a language model: asked for once, stored whole. */
@NullMarked
package io.github.onet4j.jooq.internal.assess;

import org.jspecify.annotations.NullMarked;
