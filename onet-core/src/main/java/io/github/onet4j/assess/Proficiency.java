package io.github.onet4j.assess;

import java.util.Arrays;
import java.util.Optional;

/** A category of proficiency, lowest first. The categories are onet4j's own; O*NET rates levels only. */
public enum Proficiency {
    /** Hardly any proficiency. */
    NOVICE("Novice"),
    /** Simple work under guidance. */
    BEGINNER("Beginner"),
    /** Usual work, done independently. */
    INTERMEDIATE("Intermediate"),
    /** Difficult work, done independently. */
    ADVANCED("Advanced"),
    /** Work that others learn from. */
    EXPERT("Expert");

    private final String label;

    Proficiency(String label) {
        this.label = label;
    }

    /**
     * Returns the name of the category in prompts and replies.
     *
     * @return for example {@code Novice}
     */
    public String label() {
        return label;
    }

    /** Finds a category by its label, ignoring case and surrounding spaces. */
    static Optional<Proficiency> find(String label) {
        return Arrays.stream(values())
                .filter(category -> category.label.equalsIgnoreCase(label.strip()))
                .findFirst();
    }
}
