package io.github.onet4j.assess;

import io.github.onet4j.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A category of proficiency, lowest first. The categories are onet4j's own; O*NET rates levels only. Each covers a
 * fifth of a scale: on O*NET's level scale, for example, {@link #NOVICE} is below 1.4 and {@link #EXPERT} from 5.6 on.
 */
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

    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("\\s*[/,\u2013-]\\s*|\\s+(?:to|or|and)\\s+");
    private static final Pattern LEVEL_BEHIND = Pattern.compile("[\\s-]+level$", Pattern.CASE_INSENSITIVE);

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

    /** Finds a category by its label, ignoring case, surrounding spaces, and the word "level" behind it. */
    static Optional<Proficiency> find(String label) {
        String bare = LEVEL_BEHIND.matcher(label.strip()).replaceFirst("");
        return Arrays.stream(values())
                .filter(category -> category.label.equalsIgnoreCase(bare))
                .findFirst();
    }

    /** Finds the lowest category of a text that lists nothing but categories, such as "Intermediate/Advanced". */
    static Optional<Proficiency> findLowest(String labels) {
        List<Optional<Proficiency>> listed = BETWEEN_CATEGORIES
                .splitAsStream(LEVEL_BEHIND.matcher(labels.strip()).replaceFirst(""))
                .map(Proficiency::find)
                .toList();
        return listed.stream().allMatch(Optional::isPresent)
                ? listed.stream().flatMap(Optional::stream).min(Proficiency::compareTo)
                : Optional.empty();
    }

    /** Returns the category of a level. */
    static Proficiency of(double level, Scale scale) {
        // Multiplied first, or 1.4 of 7 would be a little less than a fifth.
        double fifths = (level - scale.minimum()) * values().length / (scale.maximum() - scale.minimum());
        return values()[Math.min((int) fifths, values().length - 1)];
    }
}
