package io.github.onet4j.internal.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The readings that have all of some words, ascending, each with what the words gain by it together. */
final class Hits {
    private final int[] readings;
    private final float[] gains;
    private int size;

    private Hits(int[] readings, float[] gains) {
        this.readings = readings;
        this.gains = gains;
        this.size = readings.length;
    }

    /** Starts from the word that the fewest readings have, and keeps those that have the others too. */
    static Hits ofAll(List<Expansion> words, Postings postings) {
        List<Expansion> rarestFirst = words.stream()
                .sorted(Comparator.comparingLong(word -> word.postings(postings)))
                .toList();
        Hits hits = of(rarestFirst.get(0), postings);
        for (Expansion other : rarestFirst.subList(1, rarestFirst.size())) {
            hits.keep(other, postings);
        }
        return hits;
    }

    private static Hits of(Expansion word, Postings postings) {
        // The gain stands in the lower half: as floats above 0 are ordered like their bits, the best comes last.
        long[] found = new long[Math.toIntExact(word.postings(postings))];
        int count = 0;
        for (int i = 0; i < word.size(); i++) {
            long gain = Float.floatToIntBits(word.gain(i));
            for (int reading : postings.of(word.word(i))) {
                found[count++] = ((long) reading << 32) | gain;
            }
        }
        Arrays.sort(found);
        return distinct(found);
    }

    private static Hits distinct(long[] found) {
        int[] readings = new int[found.length];
        float[] gains = new float[found.length];
        int size = 0;
        for (long hit : found) {
            int reading = (int) (hit >>> 32);
            if (size == 0 || readings[size - 1] != reading) {
                readings[size++] = reading;
            }
            gains[size - 1] = Float.intBitsToFloat((int) hit);
        }
        Hits hits = new Hits(readings, gains);
        hits.size = size;
        return hits;
    }

    private void keep(Expansion word, Postings postings) {
        float[] added = new float[size];
        for (int i = 0; i < word.size(); i++) {
            int from = 0;
            for (int reading : postings.of(word.word(i))) {
                int found = Arrays.binarySearch(readings, from, size, reading);
                if (found >= 0) {
                    added[found] = Math.max(added[found], word.gain(i));
                }
                from = found >= 0 ? found + 1 : -found - 1;
            }
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (added[i] > 0) {
                readings[kept] = readings[i];
                gains[kept++] = gains[i] + added[i];
            }
        }
        size = kept;
    }

    int size() {
        return size;
    }

    int reading(int i) {
        return readings[i];
    }

    float gain(int i) {
        return gains[i];
    }
}
