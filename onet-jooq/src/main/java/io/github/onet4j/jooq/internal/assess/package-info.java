/** Asks a language model for assessments, once each, and stores them with every call. */
@NullMarked
package io.github.onet4j.jooq.internal.assess;

import org.jspecify.annotations.NullMarked;
