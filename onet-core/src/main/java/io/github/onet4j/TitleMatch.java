package io.github.onet4j;

/**
 * An occupation found by a title, with the title that matched. Better matches come first in the order of
 * {@link Quality}; of equal ones an occupation's own title comes before an alternate one.
 *
 * @param occupation the occupation
 * @param title the title that matched best: the occupation's own, or one it is also known by
 * @param kind the owner of the title
 * @param quality the quality of the match
 */
public record TitleMatch(Occupation occupation, String title, Kind kind, Quality quality) {
    /** The owner of the title that matched. */
    public enum Kind {
        /** The occupation's own title. */
        OCCUPATION_TITLE,
        /** A title that the occupation is also known by (Job Titles, Alternate Titles, Sample of Reported Titles). */
        ALTERNATE_TITLE
    }

    /** The quality of a match, best first. Case, punctuation and a plural's {@code s} never matter. */
    public enum Quality {
        /** The same words in the same order, and no others. */
        EXACT,
        /** The title starts with the words looked for, of which the last may be cut short. */
        PREFIX,
        /** Every word looked for starts a word of the title. */
        WORDS
    }
}
