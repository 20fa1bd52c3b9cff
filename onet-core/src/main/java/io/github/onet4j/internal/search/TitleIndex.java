package io.github.onet4j.internal.search;

import io.github.onet4j.Occupation;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.TitleMatch.Kind;
import io.github.onet4j.TitleMatch.Quality;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The titles of a release, found by their words. Every catalog searches with this class, and the same titles make the
 * same index in whatever order they come, so that a file, a database and a web service give one answer. Immutable.
 */
public final class TitleIndex {
    /** No title of a release is longer. */
    private static final int LONGEST = 255;

    /** Space and punctuation do not count, but a text of any length is not read for what is left of it. */
    private static final int LONGEST_TYPED = 4 * LONGEST;

    /** The weights of the score, chosen with everyday titles; they are logarithms of factors. */
    private static final double OF_OWN_WORDS = 1;

    private static final double OF_BEST_FIT = 0.5;
    private static final double OF_RESIDUAL = -0.4;

    /** A title with the words in another order is a little less likely to be the one that is meant. */
    private static final float IN_OTHER_ORDER = 0.9f;

    private final List<Occupation> occupations;
    private final Vocabulary vocabulary;
    private final Postings postings;
    private final Readings readings;

    /** For each occupation, the words of its own title. */
    private final int[][] ownWords;

    TitleIndex(
            List<Occupation> occupations,
            Vocabulary vocabulary,
            Postings postings,
            Readings readings,
            int[][] ownWords) {
        this.occupations = occupations;
        this.vocabulary = vocabulary;
        this.postings = postings;
        this.readings = readings;
        this.ownWords = ownWords;
    }

    /**
     * Searches occupations by words of a title.
     *
     * @return one match for each occupation, best first; of equally good ones the lower code
     */
    public List<TitleMatch> search(String title, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, but was " + limit);
        }
        String typed = title.length() > LONGEST_TYPED ? "" : TitleWords.normalize(title);
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return List.of();
        }
        List<String> words = TitleWords.split(typed).stream().distinct().toList();
        List<Expansion> beginnings = beginnings(words);
        Evidence asTyped = evidence(beginnings, typed);
        return asTyped.isEmpty()
                ? similar(words, limit)
                : matches(asTyped, beginnings, limit, found -> quality(found, typed));
    }

    private List<Expansion> beginnings(List<String> words) {
        return words.stream()
                .map(word -> Expansion.ofBeginning(word, vocabulary))
                .toList();
    }

    /**
     * Nothing has all words as they are typed. Takes them for written apart or together, then for misspelt, then each
     * for itself.
     */
    private List<TitleMatch> similar(List<String> words, int limit) {
        for (List<String> spaced : new Spacing(vocabulary).alternatives(words)) {
            List<Expansion> beginnings = beginnings(spaced);
            Evidence evidence = evidence(beginnings, "");
            if (!evidence.isEmpty()) {
                return matches(evidence, beginnings, limit, found -> Quality.SIMILAR);
            }
        }
        List<Expansion> near = words.stream()
                .map(word -> Expansion.ofBeginningOrNeighbors(word, vocabulary))
                .filter(word -> !word.isEmpty())
                .toList();
        Evidence evidence = near.isEmpty() ? new Evidence(0) : evidence(near, "");
        if (evidence.isEmpty()) {
            evidence = evidenceOfEach(near);
        }
        return matches(evidence, near, limit, found -> Quality.SIMILAR);
    }

    /** Gathers the titles that have any of the words; rare words tell more. */
    private Evidence evidenceOfEach(List<Expansion> words) {
        Evidence all = new Evidence(occupations.size());
        for (Expansion word : words) {
            double rarity = Math.log((double) readings.size() / word.postings(postings)) / Math.log(readings.size());
            all.addAll(evidence(List.of(word), ""), rarity);
        }
        return all;
    }

    private List<TitleMatch> matches(
            Evidence evidence, List<Expansion> words, int limit, Function<String, Quality> quality) {
        return evidence.occupations().stream()
                .map(occupation -> scored(occupation, evidence, words))
                .sorted(Scored.BEST_FIRST)
                .limit(limit)
                .map(each -> match(each, quality))
                .toList();
    }

    /** With the occupation's own title if it has all words, unless another one is exactly what was typed. */
    private TitleMatch match(Scored scored, Function<String, Quality> quality) {
        Occupation occupation = occupations.get(scored.occupation());
        String title = readings.title(scored.reading());
        Quality ofTitle = quality.apply(title);
        if (readings.isOwnTitle(scored.occupation(), scored.reading())) {
            return new TitleMatch(occupation, title, Kind.OCCUPATION_TITLE, ofTitle);
        }
        if (scored.ownTitleHasAll() && ofTitle != Quality.EXACT) {
            String own = occupation.title();
            return new TitleMatch(occupation, own, Kind.OCCUPATION_TITLE, quality.apply(own));
        }
        return new TitleMatch(occupation, title, Kind.ALTERNATE_TITLE, ofTitle);
    }

    private static Quality quality(String title, String typed) {
        boolean begins = false;
        for (String reading : TitleWords.readings(title)) {
            if (reading.equals(typed)) {
                return Quality.EXACT;
            }
            begins |= reading.startsWith(typed);
        }
        return begins ? Quality.PREFIX : Quality.WORDS;
    }

    private Scored scored(int occupation, Evidence evidence, List<Expansion> words) {
        double share = shareInOwnTitle(occupation, words);
        double score = Math.log(evidence.sum(occupation))
                + OF_OWN_WORDS * share
                + OF_BEST_FIT * evidence.fit(occupation)
                + (isResidual(occupation) ? OF_RESIDUAL : 0);
        return new Scored(occupation, score, evidence.reading(occupation), share == 1);
    }

    private double shareInOwnTitle(int occupation, List<Expansion> words) {
        long there = words.stream()
                .filter(word -> Arrays.stream(ownWords[occupation]).anyMatch(word::has))
                .count();
        return (double) there / words.size();
    }

    /** Those who fit no other occupation of a group; hardly anybody looks for them. */
    private boolean isResidual(int occupation) {
        return occupations.get(occupation).title().endsWith("All Other");
    }

    /** Gathers the titles that have all words. */
    private Evidence evidence(List<Expansion> words, String typed) {
        Evidence evidence = new Evidence(occupations.size());
        Hits hits = Hits.ofAll(words, postings);
        int occupation = 0;
        int i = 0;
        while (i < hits.size()) {
            int best = hits.reading(i);
            float bestFit = 0;
            while (best >= readings.end(occupation)) {
                occupation++;
            }
            for (int first = best; i < hits.size() && isOfSameTitle(hits.reading(i), first, occupation); i++) {
                float fit = fit(hits, i, typed);
                if (fit > bestFit) {
                    bestFit = fit;
                    best = hits.reading(i);
                }
            }
            evidence.add(occupation, readings.weight(best) * bestFit * bestFit, bestFit, best);
        }
        return evidence;
    }

    private boolean isOfSameTitle(int reading, int first, int occupation) {
        return reading < readings.end(occupation) && readings.haveSameTitle(reading, first);
    }

    /** The part of a reading that was typed. */
    private float fit(Hits hits, int i, String typed) {
        int reading = hits.reading(i);
        float fit = Math.min(1, hits.gain(i) / readings.length(reading));
        boolean inOrder = fit < 1 || quality(readings.title(reading), typed) == Quality.EXACT;
        return inOrder ? fit : IN_OTHER_ORDER;
    }

    /** An occupation with its score, by whose order the matches come. */
    private record Scored(int occupation, double score, int reading, boolean ownTitleHasAll) {
        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingDouble((Scored scored) -> -scored.score()).thenComparingInt(Scored::occupation);
    }
}
