package io.github.onet4j.internal;

import io.github.onet4j.Occupation;
import io.github.onet4j.TitleMatch;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The words of a title that somebody looks for, and how well a title matches them. Every catalog ranks with this
 * class, so that a file and a database give one answer; the database only narrows the candidates down.
 */
public final class TitleQuery {
    private static final Comparator<TitleMatch> BEST_FIRST = Comparator.comparing(TitleMatch::quality)
            .thenComparing(TitleMatch::kind)
            .thenComparing(match -> match.title().length())
            .thenComparing(match -> match.occupation().code())
            .thenComparing(TitleMatch::title);

    private final String normalized;
    private final List<String> words;

    private TitleQuery(String normalized) {
        this.normalized = normalized;
        this.words = normalized.isEmpty() ? List.of() : List.of(normalized.split(" "));
    }

    /** Reads the words of a title. */
    public static TitleQuery of(String title) {
        return new TitleQuery(normalize(title));
    }

    /**
     * Reduces a title to lower-case words with single spaces between them, without punctuation, accents and the {@code
     * s} of a plural, so that "Chief Executives" and "chief executive" are one.
     */
    public static String normalize(String title) {
        StringBuilder words = new StringBuilder(title.length());
        String letters = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
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
        // Back in the shorter form, so that a normalized title is never longer than the title.
        return Normalizer.normalize(words.toString().stripTrailing(), Normalizer.Form.NFC);
    }

    /** Returns the words to look for, normalized; none if the title has no letter and no digit. */
    public List<String> words() {
        return words;
    }

    /** Returns the quality of the match with a normalized title; empty if it does not match. */
    public Optional<TitleMatch.Quality> quality(String normalizedTitle) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (normalizedTitle.equals(normalized)) {
            return Optional.of(TitleMatch.Quality.EXACT);
        }
        if (normalizedTitle.startsWith(normalized)) {
            return Optional.of(TitleMatch.Quality.PREFIX);
        }
        String spaced = " " + normalizedTitle;
        boolean everyWord = words.stream().allMatch(word -> spaced.contains(" " + word));
        return everyWord ? Optional.of(TitleMatch.Quality.WORDS) : Optional.empty();
    }

    /** Keeps the best match of each occupation and returns the best of these. */
    public List<TitleMatch> rank(Candidates candidates, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, but was " + limit);
        }
        Map<Occupation, TitleMatch> best = new HashMap<>();
        candidates.forEach(candidate -> quality(candidate.normalizedTitle())
                .map(quality -> new TitleMatch(candidate.occupation(), candidate.title(), candidate.kind(), quality))
                .ifPresent(match -> best.merge(match.occupation(), match, TitleQuery::better)));
        Collection<TitleMatch> matches = best.values();
        return matches.stream().sorted(BEST_FIRST).limit(limit).toList();
    }

    private static TitleMatch better(TitleMatch one, TitleMatch other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
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

    /** A source of titles that may match. */
    @FunctionalInterface
    public interface Candidates {
        /** Offers every candidate. */
        void forEach(Consumer<Candidate> consumer);
    }

    /** A title that may match. */
    public record Candidate(Occupation occupation, String title, TitleMatch.Kind kind, String normalizedTitle) {}
}
