package io.github.onet4j.internal.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of titles in the form in which they are compared. */
public final class TitleWords {
    private TitleWords() {}

    /**
     * Reduces a title to lower-case words with single spaces between them, without punctuation, accents and the {@code
     * s} of a plural, so that "Chief Executives" and "chief executive" are one.
     */
    public static String normalize(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return words(lower);
        }
        // Back in the shorter form, so that a normalized title is never longer than the title.
        return Normalizer.normalize(words(Normalizer.normalize(lower, Normalizer.Form.NFD)), Normalizer.Form.NFC);
    }

    private static String words(String letters) {
        StringBuilder words = new StringBuilder(letters.length());
        int wordStart = 0;
        for (int i = 0; i <= letters.length(); i++) {
            char c = i < letters.length() ? letters.charAt(i) : ' ';
            if (isWordPart(c)) {
                words.append(c);
            } else if (!isInsideWord(c) && words.length() > wordStart) {
                dropPlural(words, wordStart);
                words.append(' ');
                wordStart = words.length();
            }
        }
        return words.toString().stripTrailing();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Returns the words of a title, normalized; none if it has no letter and no digit. */
    static List<String> of(String title) {
        return split(normalize(title));
    }

    static List<String> split(String normalized) {
        return normalized.isEmpty() ? List.of() : List.of(normalized.split(" "));
    }

    /**
     * Returns the ways to read a title, normalized. What stands in brackets is mostly an abbreviation or its full form:
     * "CDL Driver (Commercial Driver's License Driver)" is read as a whole, without the brackets, and with their
     * content in place of what precedes.
     */
    static Set<String> readings(String title) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(normalize(title));
        int open = title.lastIndexOf('(');
        int close = title.indexOf(')', open + 1);
        if (open >= 0 && close >= 0) {
            String rest = ' ' + title.substring(close + 1);
            readings.add(normalize(title.substring(0, open) + rest));
            readings.add(normalize(title.substring(open + 1, close) + rest));
        }
        readings.remove("");
        return readings;
    }

    private static boolean isWordPart(char c) {
        // Otherwise C++ and C# would be just a letter.
        return Character.isLetterOrDigit(c) || c == '+' || c == '#';
    }

    /** Accents, and the apostrophe of "Driver's", do not separate words. */
    private static boolean isInsideWord(char c) {
        return c == '\'' || c == '\u2019' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static void dropPlural(StringBuilder words, int wordStart) {
        int last = words.length() - 1;
        boolean longEnough = last - wordStart >= 3;
        if (longEnough && words.charAt(last) == 's' && words.charAt(last - 1) != 's') {
            words.setLength(last);
        }
    }
}
