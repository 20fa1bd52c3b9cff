/**
 * The ratings of a release side by side, and what follows from having all of them at hand: the readiness of every pair
 * of occupations, the targets of one source in order, the occupations closest to one, and estimates of those that
 * nobody rated.
 */
@NullMarked
package io.github.onet4j.match;

import org.jspecify.annotations.NullMarked;
