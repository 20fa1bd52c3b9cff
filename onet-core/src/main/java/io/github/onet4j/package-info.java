/**
 * The vocabulary of O*NET: occupations and their codes, elements of the content model, scales and ratings, and
 * {@link io.github.onet4j.OnetCatalog}, the one interface that a release on disk, a database and a web service answer.
 *
 * <p>No parameter or return value is null unless it is marked {@link org.jspecify.annotations.Nullable}. Every method
 * and constructor refuses any other null with a {@link NullPointerException} whose message is the parameter's name,
 * before it does anything else.
 *
 * <p>Results have accessors named after what they return, such as {@code occupation.code()}: these are for code. Where
 * an accessor returns what a serializer of bean properties, such as Jackson, would not see, or not write as plain text
 * or null, there is a method whose name starts with {@code get} beside it, such as {@code getCode()}: these are for
 * serializers and templates alone.
 */
@NullMarked
package io.github.onet4j;

import org.jspecify.annotations.NullMarked;
