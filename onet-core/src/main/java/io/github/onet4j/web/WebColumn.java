package io.github.onet4j.web;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table of the service.
 *
 * @param id the id that rows and filters call it by, for example {@code data_value}
 * @param title its title, for example {@code Data Value}
 * @param description what it holds; null where the service does not say
 * @param type what its values are, as the service calls it: {@code Text}, {@code Number} or {@code Date}
 * @param format how long they may be, as the service calls it, for example {@code Character(10)}; null where it does not say
 * @param optional whether a row may be without a value
 */
public record WebColumn(
        String id,
        String title,
        @Nullable String description,
        String type,
        @Nullable String format,
        boolean optional) {}
