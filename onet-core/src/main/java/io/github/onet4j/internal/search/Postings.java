package io.github.onet4j.internal.search;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** For each word the numbers of the readings that have it, ascending. Held as differences, to be small. */
final class Postings {
    private final int[] counts;
    private final int[] starts;
    private final byte[] differences;

    private Postings(int[] counts, int[] starts, byte[] differences) {
        this.counts = counts;
        this.starts = starts;
        this.differences = differences;
    }

    /** Orders pairs of a word, in the upper half, and a reading, in the lower one. */
    static Postings of(long[] pairs, int words) {
        Arrays.sort(pairs);
        int[] counts = new int[words];
        int[] starts = new int[words];
        ByteArrayOutputStream differences = new ByteArrayOutputStream(2 * pairs.length);
        int before = 0;
        for (long pair : pairs) {
            int word = (int) (pair >>> 32);
            int reading = (int) pair;
            if (counts[word]++ == 0) {
                starts[word] = differences.size();
                before = 0;
            }
            write(reading - before, differences);
            before = reading;
        }
        return new Postings(counts, starts, differences.toByteArray());
    }

    int count(int word) {
        return counts[word];
    }

    int[] of(int word) {
        int[] readings = new int[counts[word]];
        int position = starts[word];
        int reading = 0;
        for (int i = 0; i < readings.length; i++) {
            int difference = 0;
            int shift = 0;
            byte part = differences[position++];
            while (part < 0) {
                difference |= (part & 0x7f) << shift;
                shift += 7;
                part = differences[position++];
            }
            difference |= part << shift;
            reading += difference;
            readings[i] = reading;
        }
        return readings;
    }

    /** Seven bits a byte, lowest first; all bytes but the last have the highest bit set. */
    private static void write(int difference, ByteArrayOutputStream out) {
        int rest = difference;
        while (rest > 0x7f) {
            out.write(rest | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
