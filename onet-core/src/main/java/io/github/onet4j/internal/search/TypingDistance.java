package io.github.onet4j.internal.search;

import java.util.Arrays;

/**
 * The number of slips that turn a typed word into another: a letter too many, one too few, a wrong one, or two in the
 * wrong order (the restricted Damerau-Levenshtein distance). Not thread-safe.
 */
final class TypingDistance {
    private final String typed;
    private final int most;
    private int[] beforeLast;
    private int[] last;
    private int[] row;

    /** Distances above {@code most} need not be exact. */
    TypingDistance(String typed, int most) {
        this.typed = typed;
        this.most = most;
        beforeLast = new int[typed.length() + 1];
        last = new int[typed.length() + 1];
        row = new int[typed.length() + 1];
    }

    /** Returns the distance to the word in a part of a text, or a number above the most. */
    int to(String text, int start, int end) {
        int length = end - start;
        if (Math.abs(length - typed.length()) > most) {
            return most + 1;
        }
        Arrays.setAll(last, i -> i);
        for (int j = 1; j <= length; j++) {
            if (fillRow(text, start, j) > most) {
                return most + 1;
            }
            int[] unused = beforeLast;
            beforeLast = last;
            last = row;
            row = unused;
        }
        return last[typed.length()];
    }

    /** Fills the row of a letter and returns its smallest number, below which the distance can't fall. */
    private int fillRow(String text, int start, int j) {
        char letter = text.charAt(start + j - 1);
        row[0] = j;
        int smallest = j;
        for (int i = 1; i <= typed.length(); i++) {
            int same = typed.charAt(i - 1) == letter ? 0 : 1;
            int distance = Math.min(last[i - 1] + same, Math.min(last[i], row[i - 1]) + 1);
            boolean swapped = i > 1
                    && j > 1
                    && typed.charAt(i - 2) == letter
                    && typed.charAt(i - 1) == text.charAt(start + j - 2);
            if (swapped) {
                distance = Math.min(distance, beforeLast[i - 2] + 1);
            }
            row[i] = distance;
            smallest = Math.min(smallest, distance);
        }
        return smallest;
    }
}
