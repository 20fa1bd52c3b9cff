package io.github.onet4j;

import java.util.Objects;

/**
 * An occupation found by a title, with the one of its titles that matches best.
 *
 * @param occupation the occupation
 * @param title the title that matched: one that is exactly what was looked for; otherwise the occupation's own if it
 *     has all words; otherwise the alternate one of which the most was typed
 * @param kind the owner of the title
 * @param quality the quality of the match
 */
public record TitleMatch(Occupation occupation, String title, Kind kind, Quality quality) {
    /** Refuses null. */
    public TitleMatch {
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(quality, "quality");
    }

    /** The owner of the title that matched. */
    public enum Kind {
        /** The occupation's own title. */
        OCCUPATION_TITLE,
        /** A title that the occupation is also known by (Job Titles, Alternate Titles, Sample of Reported Titles). */
        ALTERNATE_TITLE
    }

    /** The quality of a match, best first. Case, punctuation and a plural's {@code s} never matter. */
    public enum Quality {
        /**
         * The same words in the same order, and no others; also without what the title has in brackets, or instead of
         * it: "Registered Nurse (RN)" is both "registered nurse" and "RN".
         */
        EXACT,
        /** The title starts with the words looked for, of which the last may be cut short. */
        PREFIX,
        /** Every word looked for starts a word of the title. */
        WORDS,
        /**
         * No title has all the words as they were typed. This one has them with a slip or two, with a space more or
         * less, or has only some of them.
         */
        SIMILAR
    }
}
