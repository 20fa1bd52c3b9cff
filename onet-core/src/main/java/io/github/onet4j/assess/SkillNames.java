package io.github.onet4j.assess;

import io.github.onet4j.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the skills of a task by id and by name. Models alter names, so ids take precedence. */
final class SkillNames {
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<Element> skills;

    SkillNames(List<Element> skills) {
        this.skills = skills;
    }

    List<Element> all() {
        return skills;
    }

    Optional<Element> byId(String id) {
        return skills.stream().filter(skill -> skill.id().equals(id)).findFirst();
    }

    /**
     * Returns the skills of exactly this name; if there are none, those of the same name ignoring case and
     * punctuation.
     */
    List<Element> byName(String name) {
        List<Element> exact = matching(skill -> skill.name().equals(name));
        return exact.isEmpty() ? matching(skill -> sameWords(skill.name(), name)) : exact;
    }

    /** Returns true if two names are the same, ignoring case and punctuation. */
    static boolean sameWords(String one, String other) {
        // In time proportional to their length: to change the case of a text, the JDK may need the square of it.
        return words(one).equalsIgnoreCase(words(other));
    }

    private List<Element> matching(Predicate<Element> predicate) {
        return skills.stream().filter(predicate).toList();
    }

    private static String words(String name) {
        return PUNCTUATION.matcher(name).replaceAll(" ").strip();
    }
}
