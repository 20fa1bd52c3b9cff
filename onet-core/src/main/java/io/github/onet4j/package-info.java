/**
 * The vocabulary of O*NET: occupations and their codes, elements of the content model, scales and ratings, and
 * {@link io.github.onet4j.OnetCatalog}, the one interface that a release on disk, a database and a web service answer.
 *
 * <p>No parameter or return value is null unless it is marked {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.github.onet4j;

import org.jspecify.annotations.NullMarked;
