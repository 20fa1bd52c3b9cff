package io.github.onet4j.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pieces of a title as somebody typed it that stand in every title which it may match, so that the service can narrow its titles
 * down. The service compares letter by letter, without regard to case only.
 */
final class TitleFragments {
    /** An accent or an apostrophe may stand in the one title and not in the other. */
    private static final Pattern UNSURE = Pattern.compile("[^A-Za-z0-9+#]+");

    /** More would hardly narrow titles down, and make long addresses. */
    private static final int ENOUGH = 5;

    private TitleFragments() {}

    /**
     * Returns the pieces, longest first.
     *
     * @param typed what was typed
     * @param words its normalized words, which are used where nothing of what was typed is sure
     */
    static List<String> of(String typed, List<String> words) {
        List<String> fragments = longest(UNSURE.splitAsStream(typed).map(TitleFragments::withoutPlural));
        return fragments.isEmpty() ? longest(words.stream()) : fragments;
    }

    private static List<String> longest(Stream<String> fragments) {
        return fragments
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(ENOUGH)
                .toList();
    }

    private static String withoutPlural(String word) {
        return word.endsWith("s") || word.endsWith("S") ? word.substring(0, word.length() - 1) : word;
    }
}
