/**
 * What is known of a person of whom little is known: levels with how sure they are, from a history, from levels stated
 * and questions answered. Entry point: {@link io.github.onet4j.person.PersonModel}.
 */
@NullMarked
package io.github.onet4j.person;

import org.jspecify.annotations.NullMarked;
