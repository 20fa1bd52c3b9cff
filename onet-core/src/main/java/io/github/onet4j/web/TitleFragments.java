package io.github.onet4j.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds fragments of a typed title that every matching title contains, so that the service can narrow down its titles.
 * The service compares letter by letter, ignoring case only.
 */
final class TitleFragments {
    /** Accents and apostrophes may be in one of two matching titles only. */
    private static final Pattern UNSURE = Pattern.compile("[^A-Za-z0-9+#]+");

    /** More would hardly narrow titles down, but make addresses long. */
    private static final int MAX_FRAGMENTS = 5;

    private TitleFragments() {}

    /**
     * Returns the fragments, longest first.
     *
     * @param typed the title as typed
     * @param words its normalized words, which serve where the typed title has no safe fragment
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
                .limit(MAX_FRAGMENTS)
                .toList();
    }

    private static String withoutPlural(String word) {
        return word.endsWith("s") || word.endsWith("S") ? word.substring(0, word.length() - 1) : word;
    }
}
