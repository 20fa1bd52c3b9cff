package io.github.onet4j;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Software or another technology that an occupation uses (Software Skills; Technology Skills up to release 30.2). Those
 * that postings for the occupation often ask for come first, then hot technologies, then the others; each by name.
 *
 * @param example the product or technology, for example {@code Git}
 * @param category the title of its category, or null where that is not released
 * @param commodityCode the UNSPSC code of its category; null from release 30.3 on
 * @param elementId the id of its category in the content model, such as {@code 2.E.4.d}; null up to release 30.2
 * @param hotTechnology true where employers' postings often ask for it, or null where that is not released
 * @param inDemand true where postings for the occupation often ask for it, or null where that is not released
 */
public record Technology(
        String example,
        @Nullable String category,
        @Nullable Integer commodityCode,
        @Nullable String elementId,
        @Nullable Boolean hotTechnology,
        @Nullable Boolean inDemand)
        implements Comparable<Technology> {
    private static final Comparator<Technology> ORDER = Comparator.comparing(
                    (Technology technology) -> !Boolean.TRUE.equals(technology.inDemand))
            .thenComparing(technology -> !Boolean.TRUE.equals(technology.hotTechnology))
            .thenComparing(Technology::example);

    /** Refuses null. */
    public Technology {
        Objects.requireNonNull(example, "example");
    }

    @Override
    public int compareTo(Technology other) {
        return ORDER.compare(this, Objects.requireNonNull(other, "other"));
    }
}
