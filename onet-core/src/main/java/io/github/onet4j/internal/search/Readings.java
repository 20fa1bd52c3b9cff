package io.github.onet4j.internal.search;

import java.nio.charset.StandardCharsets;

/** The readings of titles by columns, in the order of their occupations, and the titles as they are written. */
final class Readings {
    private final int[] firsts;
    private final byte[] lengths;
    private final float[] weights;
    private final int[] titles;
    private final byte[] texts;

    /**
     * @param firsts for each occupation its first reading, which is one of its own title; and the number of readings
     * @param lengths the number of words
     * @param weights what a match with the reading is worth
     * @param titles where the title begins among the texts
     * @param texts titles in UTF-8, each behind its length in two bytes
     */
    Readings(int[] firsts, byte[] lengths, float[] weights, int[] titles, byte[] texts) {
        this.firsts = firsts;
        this.lengths = lengths;
        this.weights = weights;
        this.titles = titles;
        this.texts = texts;
    }

    /** The reading behind the last one of an occupation. */
    int end(int occupation) {
        return firsts[occupation + 1];
    }

    int size() {
        return lengths.length;
    }

    int length(int reading) {
        return lengths[reading] & 0xff;
    }

    float weight(int reading) {
        return weights[reading];
    }

    boolean haveSameTitle(int reading, int other) {
        return titles[reading] == titles[other];
    }

    boolean isOwnTitle(int occupation, int reading) {
        return haveSameTitle(reading, firsts[occupation]);
    }

    String title(int reading) {
        int start = titles[reading];
        int length = ((texts[start] & 0xff) << 8) | (texts[start + 1] & 0xff);
        return new String(texts, start + 2, length, StandardCharsets.UTF_8);
    }
}
