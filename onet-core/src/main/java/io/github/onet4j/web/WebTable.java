package io.github.onet4j.web;

import org.jspecify.annotations.Nullable;

/**
 * A table that the service has now. Tables come and go: {@code skills} became {@code essential_skills} and
 * {@code transferable_skills} with O*NET 30.3.
 *
 * @param id the id that {@link RowQuery#of} takes, for example {@code occupation_data}
 * @param title its title, for example {@code Occupation Data}
 * @param description what it holds; null where the service does not say
 */
public record WebTable(String id, String title, @Nullable String description) {}
