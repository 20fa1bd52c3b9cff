package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes figures, and what they count, the same way everywhere. */
final class Figures {
    static final String UNKNOWN = "unknown";
    static final String NONE = "-";

    private Figures() {}

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    static String percent(OptionalDouble part) {
        return part.isPresent() ? percent(part.getAsDouble()) : NONE;
    }

    /** Writes a level, a score or a distance. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }

    /** Returns a number for a cell of a row, null if there is none. */
    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    /** Counts elements of domains, for example {@code 1 skill}. */
    static String count(int number, Collection<Domain> domains) {
        return number + " " + noun(number, domains);
    }

    static String noun(int number, Collection<Domain> domains) {
        return domains.size() == 1 ? noun(number, domains.iterator().next()) : number == 1 ? "element" : "elements";
    }

    private static String noun(int number, Domain domain) {
        return switch (domain) {
            case SKILLS -> number == 1 ? "skill" : "skills";
            case KNOWLEDGE -> number == 1 ? "field of knowledge" : "fields of knowledge";
            case ABILITIES -> number == 1 ? "ability" : "abilities";
            case WORK_ACTIVITIES -> number == 1 ? "work activity" : "work activities";
            default -> number == 1 ? "element" : "elements";
        };
    }

    static String labels(List<Domain> domains) {
        return domains.stream().map(Domain::label).collect(Collectors.joining(", "));
    }

    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
