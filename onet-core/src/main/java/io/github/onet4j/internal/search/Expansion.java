package io.github.onet4j.internal.search;

import java.util.Arrays;
import java.util.List;

/** The words of titles that a typed word may stand for, ascending, and how much of a match each of them is, up to 1. */
final class Expansion {
    /** A word that is cut short may be many others. */
    private static final double CUT_SHORT = 0.5;

    private static final double PER_SLIP = 0.7;

    private final int[] words;
    private final float[] gains;

    private Expansion(int[] words, float[] gains) {
        this.words = words;
        this.gains = gains;
    }

    /** A word as it is typed, or as it begins. */
    static Expansion ofBeginning(String typed, Vocabulary vocabulary) {
        int[] words = vocabulary.startingWith(typed);
        float[] gains = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            int length = vocabulary.length(words[i]);
            gains[i] = length == typed.length() ? 1 : (float) (CUT_SHORT * Math.sqrt((double) typed.length() / length));
        }
        return new Expansion(words, gains);
    }

    /** A word that is misspelt. */
    private static Expansion ofNeighbors(String typed, Vocabulary vocabulary) {
        List<Vocabulary.Neighbor> neighbors = vocabulary.neighbors(typed, slips(typed));
        int[] words = new int[neighbors.size()];
        float[] gains = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = neighbors.get(i).position();
            gains[i] = (float) Math.pow(PER_SLIP, neighbors.get(i).distance());
        }
        return new Expansion(words, gains);
    }

    /** A word as it begins; where no word begins so, as a misspelt one. */
    static Expansion ofBeginningOrNeighbors(String typed, Vocabulary vocabulary) {
        Expansion beginning = ofBeginning(typed, vocabulary);
        return beginning.isEmpty() ? ofNeighbors(typed, vocabulary) : beginning;
    }

    private static int slips(String typed) {
        return typed.length() < 4 ? 0 : typed.length() < 8 ? 1 : 2;
    }

    int size() {
        return words.length;
    }

    int word(int i) {
        return words[i];
    }

    float gain(int i) {
        return gains[i];
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    boolean has(int word) {
        return Arrays.binarySearch(words, word) >= 0;
    }

    long postings(Postings postings) {
        return Arrays.stream(words).mapToLong(postings::count).sum();
    }
}
