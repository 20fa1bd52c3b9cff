package io.github.onet4j.gap;

import java.util.Map;
import java.util.Objects;

/**
 * A person's own levels, taken as exact, to be compared with what an occupation needs. For levels that are unsure or to
 * be asked for there is {@link io.github.onet4j.person.PersonProfile}.
 *
 * @param name the name of the person in the result
 * @param levels the person's level in each element, by element id, 0 to 7; 0 is for what the person lacks, and
 *     an element left out is unknown
 */
public record Person(String name, Map<String, Double> levels) {
    /**
     * Copies the levels.
     *
     * @throws IllegalArgumentException if a level is outside 0 to 7
     */
    public Person {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(levels, "levels");
        levels = Map.copyOf(levels);
        levels.forEach(Person::check);
    }

    private static void check(String elementId, double level) {
        if (!(level >= 0 && level <= 7)) {
            throw new IllegalArgumentException("level of " + elementId + " must be 0 to 7, but was " + level);
        }
    }
}
